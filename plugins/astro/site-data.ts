import { setImmediate } from 'node:timers/promises'
import type { Post } from '../../src/calendar/post.ts'
import { pathFrom } from '../../src/calendar/sources.ts'
import type { RenderedBody } from '../../src/mdx/render-body.ts'
import type { Opened } from '../../src/open.ts'
import { type Beside, besidePosts } from '../../src/reader/beside.ts'
import { newestFirst } from '../../src/reader/newest-first.ts'
import { publishPost, publishSite } from '../../src/reader/publish.ts'
import type { PublishedPost, PublishedSite } from '../../src/reader/published.ts'
import type { ShownPost, ShownSite } from '../../src/reader/shown-site.ts'
import type { LintCache } from '../lint/run/cache.ts'
import type { CodeColors } from './code-colors.ts'
import { postCardPath, siteCardPath } from './og-images/card.ts'
import { ruleContent, rulePages } from './rule-pages.ts'

/** All that readers may know, and what names it. */
export interface SiteData extends ShownSite {
  /** Names each post's body and all that it is rendered with. */
  contentKeys: ReadonlyMap<ShownPost, string>
  /** Keeps what was found out about code. */
  keepColors(): void
}

/** What lists and other pages show of a body. */
type BodyFacts = Pick<RenderedBody, 'headings' | 'terms' | 'words' | 'images'>

/**
 * The gate: only posts that may be shown pass, and of them only what readers may know.
 * @param cache of what was found out about bodies before
 */
export async function siteData(opened: Opened, colors: CodeColors, cache?: LintCache): Promise<SiteData> {
  const { calendar, isShown, isPreview } = opened
  const { site } = calendar.plan
  const card = siteCardPath(site)
  const contentKeys = new Map<ShownPost, string>()
  // They are compared when the first page asks.
  let besideOf: ((post: PublishedPost) => Beside) | undefined
  const posts: ShownPost[] = []
  for (const post of calendar.posts.filter(isShown)) {
    const { facts, contentKey, content } = bodyOf(opened, post, cache)
    const { images, ...said } = facts
    const own = postCardPath(post, site)
    const named = post.cover ? [...images, post.cover.src] : images
    let beside: Beside | undefined
    const shown: ShownPost = {
      ...publishPost(post, { ...said, ...(own !== undefined && { card: own }) }),
      content,
      beside() {
        besideOf ??= besidePosts(posts)
        beside ??= besideOf(shown)
        return beside
      },
      pictures: Object.fromEntries(named.map((src) => [src, pathFrom(post.file, src) as string])),
    }
    contentKeys.set(shown, contentKey)
    posts.push(shown)
    // What rendering takes outside of JavaScript's memory is freed between two turns of the event loop.
    if (posts.length % 100 === 0) await setImmediate()
  }
  posts.sort(newestFirst)
  const frame: PublishedSite = publishSite(calendar, isShown, {
    isPreview,
    ...(card !== undefined && { card }),
  })
  const base = new URL(site.url).pathname.replace(/\/$/, '')
  return {
    ...{ frame, site: { ...frame, posts, ownPages: calendar.ownPages }, contentKeys },
    rules: rulePages,
    ruleContent: ruleContent(base),
    highlight: colors.highlight,
    keepColors: colors.keep,
  }
}

/** What is known of a post's body, which is rendered only where that is not known from before, or a page shows it. */
function bodyOf({ render, renderKey }: Opened, post: Post, cache: LintCache | undefined) {
  const contentKey = renderKey(post)
  let rendered: RenderedBody | undefined
  const find = (): BodyFacts => {
    rendered = render(post)
    const { headings, terms, words, images } = rendered
    return { headings, terms, words, images }
  }
  return {
    contentKey,
    facts: cache ? cache.recall(post.file, [contentKey], find) : find(),
    content() {
      const { segments } = rendered ?? render(post)
      rendered = undefined
      return segments
    },
  }
}
