import { getCollection, getEntry } from 'astro:content'
import type { ImageMetadata } from 'astro'
import type { PublishedPost, PublishedSite } from './published.ts'

/** A post as pages see it, its images ready for Astro's image components, by the name that the writer used. */
export interface SitePost extends PublishedPost {
  images: Readonly<Record<string, ImageMetadata>>
}

/** All that pages are made of. */
export interface Site extends PublishedSite {
  /** Every post that is shown, newest first; undated ones, which only a preview shows, come last. */
  posts: readonly SitePost[]
}

let kept: Promise<Site> | undefined

/** The site's data: read once a build, afresh for each request while writing. */
export function getSite(): Promise<Site> {
  if (import.meta.env.DEV) return readSite()
  kept ??= readSite()
  return kept
}

async function readSite(): Promise<Site> {
  const [site, entries] = await Promise.all([getEntry('site', 'site'), getCollection('posts')])
  if (!site) throw new Error('the content collection `site` is empty')
  const posts = entries.map(
    ({ data }): SitePost => ({ ...(JSON.parse(data.post) as PublishedPost), images: data.images }),
  )
  return { ...(JSON.parse(site.data.json) as PublishedSite), posts: posts.sort(newestFirst) }
}

function newestFirst(a: PublishedPost, b: PublishedPost): number {
  const [first, second] = [a.publish?.instant ?? '', b.publish?.instant ?? '']
  return first > second ? -1 : first < second ? 1 : a.slug < b.slug ? -1 : 1
}
