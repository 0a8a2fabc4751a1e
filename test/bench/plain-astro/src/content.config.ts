import { defineCollection } from 'astro:content'
import { glob } from 'astro/loaders'
import { z } from 'astro/zod'

export const collections = {
  posts: defineCollection({
    loader: glob({ base: './content/posts', pattern: '**/*.mdx' }),
    schema: z.object({
      title: z.string(),
      answer: z.string(),
      author: z.string(),
      topics: z.array(z.string()),
      publish: z.coerce.date(),
    }),
  }),
}
