import { getEntry } from 'astro:content'
import type { ImageMetadata } from 'astro'
import type { PublishedSite } from './published.ts'
import { type ShownPost, type Site, shownSite } from './shown-site.ts'

/** The site's data, for pages that list posts. */
export function getSite(): Site {
  return shownSite().site
}

/**
 * What every page may show. The page of a post is made of this and of its post alone, so that it can be kept until one
 * of them changes: nothing of it may ask for the site.
 */
export function getFrame(): PublishedSite {
  return shownSite().frame
}

/** A post's images ready for Astro's image components, by the name that its writer used. */
export async function imagesOf({ pictures }: ShownPost): Promise<Readonly<Record<string, ImageMetadata>>> {
  const images = Object.entries(pictures).map(async ([src, path]): Promise<[string, ImageMetadata]> => {
    const entry = await getEntry('images', path)
    if (!entry) throw new Error(`the image \`${path}\` did not pass the gate`)
    return [src, entry.data.image]
  })
  return Object.fromEntries(await Promise.all(images))
}
