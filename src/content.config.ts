import { defineCollection } from 'astro:content'
import { z } from 'astro/zod'
import { loaderOf } from '../plugins/astro/kept-loaders.ts'

// Posts pass through Astro's store as JSON text: Astro takes any string in an entry that looks like its image
// marker for a file to import, and an entry may come from a stranger.
export const collections = {
  posts: defineCollection({
    loader: loaderOf('posts'),
    schema: ({ image }) => z.object({ post: z.string(), images: z.record(z.string(), image()) }),
  }),
  site: defineCollection({ loader: loaderOf('site'), schema: z.object({ json: z.string() }) }),
  rules: defineCollection({ loader: loaderOf('rules'), schema: z.object({ json: z.string() }) }),
}
