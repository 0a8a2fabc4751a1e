import type { Segment } from '../mdx/render-body.ts'
import type { Beside } from './beside.ts'
import type { Token } from './highlight.ts'
import type { PublishedPost, PublishedRule, PublishedSite } from './published.ts'

/** All that pages are made of, as it passed the gate. */
export interface ShownSite {
  /** What every page may show. */
  frame: PublishedSite
  /** What pages may show that list posts. */
  site: Site
  /** The rules of the lint, by group. */
  rules(): readonly PublishedRule[]
  /** What a rule's page says below its title. */
  ruleContent(id: string): readonly Segment[]
  /** Parts code into tokens; undefined where it stays plain. */
  highlight(code: string, language: string): Promise<readonly Token[] | undefined>
}

/** The frame, and the posts. */
export interface Site extends PublishedSite {
  /** Every post that is shown, newest first; undated ones, which only a preview shows, come last. */
  posts: readonly ShownPost[]
  /** Paths of the pages that the site adds to ours. */
  ownPages: readonly string[]
}

/** A post, with what is found out only where a page shows it. */
export interface ShownPost extends PublishedPost {
  /** What its page shows of other posts. */
  beside(): Beside
  /** Its body. */
  content(): readonly Segment[]
  /** Paths of its images below the root, by the name that its writer used. */
  pictures: Readonly<Record<string, string>>
}

const key = Symbol.for('coldread.site')
const shared = globalThis as { [key]?: ShownSite }

/**
 * Hands the site to its pages. Astro loads what fills its collections and what makes pages in module graphs of their own, so it is
 * kept on the global object. In Astro's store it would be written, bundled and read again, and all of it stay in memory.
 */
export function showSite(site: ShownSite): void {
  shared[key] = site
}

/** The site that pages show. */
export function shownSite(): ShownSite {
  if (!shared[key]) throw new Error('nothing passed the gate: the collections were not loaded')
  return shared[key]
}
