import { type Clash, clashesOf } from '../../../../src/calendar/clashes.ts'
import type { Post } from '../../../../src/calendar/post.ts'
import { defineCalendarRule } from '../../rule.ts'

/** Flags two posts that answer the same search. */
export default defineCalendarRule({
  id: 'search-query-clash',
  summary: 'two posts for one search',
  why: 'Two pages for one search compete with each other, and a reader may land on the lesser one.',
  level: { acquire: 'warning', retain: 'off' },
  complete(_collected, { calendar, report }) {
    const others = new Map<string, Map<string, Side[]>>()
    for (const { posts, searches, by } of clashesOf(calendar.posts.filter(({ state }) => state !== 'idea')))
      for (const [index, post] of posts.entries()) {
        const other = posts[1 - index] as Post
        const search = searches[index] as string
        others
          .getOrInsertComputed(post.file, () => new Map<string, Side[]>())
          .getOrInsertComputed(search, (): Side[] => [])
          .push({ post, other, by })
      }
    // Each post says once of each of its searches what else answers it, however many do.
    for (const [file, bySearch] of others)
      for (const [search, sides] of bySearch) {
        const { post, other, by } = sides[0] as Side
        const also = post.aka.indexOf(search)
        const isTitle = by === 'title' || post.origin.query !== undefined
        const field = search !== post.query && also >= 0 ? ['aka', also] : [isTitle ? 'title' : 'query']
        const them =
          sides.length === 1
            ? `\`${other.file}\` both`
            : `${sides.length} other posts, \`${other.file}\` among them, all`
        report({
          file,
          at: { field },
          message: `This and ${them} answer \`${search}\`; merge them, or narrow ${sides.length === 1 ? 'one' : 'each'}.`,
          because: `the ${by === 'title' ? 'titles are the same' : 'words of both searches are the same, four of five at least'}`,
        })
      }
  },
})

/** A clash as one of its posts sees it. */
interface Side {
  readonly post: Post
  readonly other: Post
  readonly by: Clash['by']
}
