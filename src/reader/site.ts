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

/** The post whose page is at a path below the site's address. Astro keeps what paths there are, and not what they show. */
export function getPost(path: string): ShownPost {
  const { site } = shownSite()
  const post = byPath.getOrInsertComputed(site, pathsOf).get(path)
  if (!post) throw new Error(`no post is at ${path} any more`)
  return post
}

const byPath = new WeakMap<Site, ReadonlyMap<string, ShownPost>>()

function pathsOf({ posts }: Site): ReadonlyMap<string, ShownPost> {
  return new Map(posts.map((post) => [post.path, post]))
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
