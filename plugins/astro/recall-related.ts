import { knowRelated, relatedTo } from '../../src/reader/related.ts'
import type { ShownPost } from '../../src/reader/shown-site.ts'
import type { LintCache } from '../lint/run/cache.ts'

/**
 * Finds out which posts belong together, for all of them, unless that is known from before: most edits change nothing that
 * posts are compared by.
 * @param cache in which it is kept
 */
export function recallRelated(posts: readonly ShownPost[], cache: LintCache): void {
  const compared = posts.map(
    ({ slug, title, query, answer, headings, lang, topics, goal, publish, related }) => [
      ...[slug, title, query, answer, headings.map(({ text }) => text), lang, topics, goal],
      ...[publish?.instant, related],
    ],
  )
  const found = cache.recall('content', [JSON.stringify(compared)], () =>
    posts.map((post): [string, string[]] => [post.slug, relatedTo(post, posts).map(({ slug }) => slug)]),
  )
  const related = new Map(found)
  const bySlug = new Map(posts.map((post) => [post.slug, post]))
  knowRelated(posts, ({ slug }) => (related.get(slug) ?? []).map((each) => bySlug.get(each) as ShownPost))
}
