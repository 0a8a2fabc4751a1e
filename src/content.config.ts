import { defineCollection } from 'astro:content'
import { z } from 'astro/zod'
import { postsLoader, rulesLoader, siteLoader } from '../plugins/astro/loader.ts'

// Posts pass through Astro's store as JSON text: Astro takes any string in an entry that looks like its image
// marker for a file to import, and an entry may come from a stranger.
export const collections = {
  posts: defineCollection({
    loader: postsLoader(),
    schema: ({ image }) => z.object({ post: z.string(), images: z.record(z.string(), image()) }),
  }),
  site: defineCollection({ loader: siteLoader(), schema: z.object({ json: z.string() }) }),
  rules: defineCollection({ loader: rulesLoader(), schema: z.object({ json: z.string() }) }),
}
