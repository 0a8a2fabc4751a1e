import type { Calendar } from '../../src/calendar/calendar.ts'
import type { Post } from '../../src/calendar/post.ts'
import { collectLinks } from '../../src/mdx/collect-links.ts'
import type { Body } from '../../src/mdx/parse-body.ts'
import { linkResolver } from '../../src/reader/resolve-link.ts'

/** The posts that one leads to, by links in its text and by `related`; some more than once. */
export function leadsTo(calendar: Calendar, bodyOf: (post: Post) => Body): (post: Post) => Post[] {
  const bySlug = new Map(calendar.posts.map((post) => [post.slug, post]))
  const resolve = linkResolver(calendar, () => true)
  return (post) => [
    ...post.related.flatMap((slug) => bySlug.get(slug) ?? []),
    ...collectLinks(bodyOf(post)).flatMap(({ kind, url }) => {
      if (kind !== 'link') return []
      const target = resolve(post, url)
      return 'post' in target && target.post ? [target.post] : []
    }),
  ]
}
