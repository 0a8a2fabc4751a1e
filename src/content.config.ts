import { defineCollection } from 'astro:content'
import { z } from 'astro/zod'
import { loaderOf } from '../plugins/astro/kept-loaders.ts'

export const collections = {
  /** Images of posts that are shown, by their paths below the root. */
  images: defineCollection({
    loader: loaderOf('images'),
    schema: ({ image }) => z.object({ image: image() }),
  }),
  /** One entry, which changes with the pages that there are: Astro then asks anew which. */
  site: defineCollection({ loader: loaderOf('site'), schema: z.object({ paths: z.string() }) }),
}
