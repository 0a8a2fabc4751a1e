import { posix } from 'node:path'
import type { Post } from '../../src/calendar/post.ts'
import { pathFrom } from '../../src/calendar/sources.ts'
import type { Opened } from '../../src/open.ts'
import { type Beside, besidePosts } from '../../src/reader/beside.ts'
import { newestFirst } from '../../src/reader/newest-first.ts'
import { publishPost, publishSite } from '../../src/reader/publish.ts'
import type { PublishedPost, PublishedSite } from '../../src/reader/published.ts'
import { postCardPath, siteCardPath } from './og-images/card.ts'

/** All that readers may know: what pages are made of, and nothing else. */
export interface SiteData {
  frame: PublishedSite
  /** Posts that are shown, newest first. */
  posts: readonly PostData[]
}

/** What the page of one post is made of, besides the frame. */
export interface PostData {
  post: Post
  published: PublishedPost
  beside: Beside
  /** Paths of its images below the root, by the name that the writer used. */
  images: Readonly<Record<string, string>>
}

/** The gate: only posts that may be shown pass, and of them only what readers may know. */
export function siteData({ calendar, isShown, isPreview, render }: Opened): SiteData {
  const { site } = calendar.plan
  const card = siteCardPath(site)
  const passed = calendar.posts.filter(isShown).map((post) => {
    const { segments, images, headings, terms, words } = render(post)
    const card = postCardPath(post, site)
    const body = { content: segments, headings, terms, words, ...(card !== undefined && { card }) }
    const named = post.cover ? [...images, post.cover.src] : images
    return {
      post,
      published: publishPost(post, body),
      images: Object.fromEntries(named.map((src) => [src, pathFrom(post.file, src) as string])),
    }
  })
  passed.sort((a, b) => newestFirst(a.published, b.published))
  const besideOf = besidePosts(passed.map(({ published }) => published))
  return {
    frame: publishSite(calendar, isShown, { isPreview, ...(card !== undefined && { card }) }),
    posts: passed.map((each) => ({ ...each, beside: besideOf(each.published) })),
  }
}

/** The path from a post to one of its images. */
export function besidePost(post: Post, image: string): string {
  return `./${posix.relative(posix.dirname(post.file), image)}`
}
