import { knowRelated, relatedTo } from '../../src/reader/related.ts'
import type { ShownPost } from '../../src/reader/shown-site.ts'
import type { LintCache } from '../lint/run/cache.ts'

/**
 * Finds out which posts belong together, for all of them, unless that is known from before: most edits change nothing that
 * posts are compared by.
 * @param cache in which it is kept
 */
export function recallRelated(posts: readonly ShownPost[], cache: LintCache): void {
  const found = cache.recall('content', [comparedIn(posts)], () =>
    posts.map((post): [string, string[]] => [post.slug, slugsBeside(post, posts)]),
  )
  const related = new Map(found)
  know(posts, (slug) => related.get(slug) ?? [])
}

/**
 * Says which posts belong together as before a save, where that changed nothing that posts are compared by.
 * @param before the posts as they were
 */
export function followRelated(posts: readonly ShownPost[], before: readonly ShownPost[] = []): void {
  if (comparedIn(posts) !== comparedIn(before)) return
  const bySlug = new Map(before.map((post) => [post.slug, post]))
  know(posts, (slug) => slugsBeside(bySlug.get(slug) as ShownPost, before))
}

function slugsBeside(post: ShownPost, posts: readonly ShownPost[]): string[] {
  return relatedTo(post, posts).map(({ slug }) => slug)
}

function know(posts: readonly ShownPost[], slugsOf: (slug: string) => readonly string[]): void {
  const bySlug = new Map(posts.map((post) => [post.slug, post]))
  knowRelated(posts, ({ slug }) => slugsOf(slug).map((each) => bySlug.get(each) as ShownPost))
}

const compared = new WeakMap<readonly ShownPost[], string>()

/** All that posts are compared by. */
function comparedIn(posts: readonly ShownPost[]): string {
  return compared.getOrInsertComputed(posts, writeCompared)
}

function writeCompared(posts: readonly ShownPost[]): string {
  return JSON.stringify(
    posts.map(({ slug, title, query, answer, headings, lang, topics, goal, publish, related }) => [
      ...[slug, title, query, answer, headings.map(({ text }) => text), lang, topics, goal],
      ...[publish?.instant, related],
    ]),
  )
}
