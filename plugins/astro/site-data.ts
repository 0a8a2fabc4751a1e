import type { Post } from '../../src/calendar/post.ts'
import { pathFrom } from '../../src/calendar/sources.ts'
import type { RenderedBody, Segment } from '../../src/mdx/render-body.ts'
import type { Opened } from '../../src/open.ts'
import { type Beside, besidePosts } from '../../src/reader/beside.ts'
import { newestFirst } from '../../src/reader/newest-first.ts'
import { publishPost, publishSite } from '../../src/reader/publish.ts'
import type { PublishedPost, PublishedSite } from '../../src/reader/published.ts'
import type { LintCache } from '../lint/run/cache.ts'
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
  /** Renders its body, or gives once what was rendered to find out the rest. */
  content(): readonly Segment[]
  /** Names what the content is made of. */
  contentKey: string
  beside: Beside
  /** Paths of its images below the root, by the name that the writer used. */
  images: Readonly<Record<string, string>>
}

/** What lists and other pages show of a body. */
type BodyFacts = Pick<RenderedBody, 'headings' | 'terms' | 'words' | 'images'>

/**
 * The gate: only posts that may be shown pass, and of them only what readers may know.
 * @param cache of what was found out about bodies before
 */
export function siteData(opened: Opened, cache?: LintCache): SiteData {
  const { calendar, isShown, isPreview, render, renderKey } = opened
  const { site } = calendar.plan
  const card = siteCardPath(site)
  const passed = calendar.posts.filter(isShown).map((post) => {
    const contentKey = renderKey(post)
    let rendered: RenderedBody | undefined
    const find = (): BodyFacts => {
      rendered = render(post)
      const { headings, terms, words, images } = rendered
      return { headings, terms, words, images }
    }
    const { images, ...facts } = cache ? cache.recall(post.file, [contentKey], find) : find()
    const card = postCardPath(post, site)
    const named = post.cover ? [...images, post.cover.src] : images
    return {
      post,
      published: publishPost(post, { ...facts, ...(card !== undefined && { card }) }),
      content() {
        const { segments } = rendered ?? render(post)
        rendered = undefined
        return segments
      },
      contentKey,
      images: Object.fromEntries(named.map((src) => [src, pathFrom(post.file, src) as string])),
    }
  })
  cache?.save()
  passed.sort((a, b) => newestFirst(a.published, b.published))
  const besideOf = besidePosts(passed.map(({ published }) => published))
  return {
    frame: publishSite(calendar, isShown, { isPreview, ...(card !== undefined && { card }) }),
    posts: passed.map((each) => ({ ...each, beside: besideOf(each.published) })),
  }
}
