import { getCollection, getEntry } from 'astro:content'
import type { ImageMetadata } from 'astro'
import type { Beside } from './beside.ts'
import { newestFirst } from './newest-first.ts'
import type { PublishedPost, PublishedSite } from './published.ts'

/** A post as pages see it. */
export interface SitePost extends PublishedPost {
  /** Its images ready for Astro's image components, by the name that the writer used. */
  images: Readonly<Record<string, ImageMetadata>>
  beside: Beside
  /** An earlier build made its page, and it would come out the same. */
  isKept: boolean
}

/** All that pages are made of. */
export interface Site extends PublishedSite {
  /** Every post that is shown, newest first; undated ones, which only a preview shows, come last. */
  posts: readonly SitePost[]
}

let kept: Promise<Site> | undefined
let keptFrame: Promise<PublishedSite> | undefined

/** The site's data, for pages that list posts: read once a build, afresh for each request while writing. */
export function getSite(): Promise<Site> {
  if (import.meta.env.DEV) return readSite()
  kept ??= readSite()
  return kept
}

/**
 * What every page may show. The page of a post is made of this and of its post alone, so that it can be kept until one
 * of them changes: nothing of it may ask for the site.
 */
export function getFrame(): Promise<PublishedSite> {
  if (import.meta.env.DEV) return readFrame()
  keptFrame ??= readFrame()
  return keptFrame
}

async function readFrame(): Promise<PublishedSite> {
  const site = await getEntry('site', 'site')
  if (!site) throw new Error('the content collection `site` is empty')
  return JSON.parse(site.data.json) as PublishedSite
}

async function readSite(): Promise<Site> {
  const [frame, entries] = await Promise.all([readFrame(), getCollection('posts')])
  const posts = entries.map(
    ({ data }): SitePost => ({
      ...(JSON.parse(data.post) as Omit<SitePost, 'images'>),
      images: data.images,
    }),
  )
  return { ...frame, posts: posts.sort(newestFirst) }
}
