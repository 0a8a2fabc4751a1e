import { clashesOf } from '../../../../src/calendar/clashes.ts'
import { defineCalendarRule } from '../../rule.ts'

/** Flags two posts that answer the same search. */
export default defineCalendarRule({
  id: 'search-query-clash',
  summary: 'two posts for one search',
  why: 'Two pages for one search compete with each other, and a reader may land on the lesser one.',
  level: { acquire: 'warning', retain: 'off' },
  complete(_collected, { calendar, report }) {
    for (const { posts, searches, by } of clashesOf(calendar.posts.filter(({ state }) => state !== 'idea')))
      for (const [index, post] of posts.entries()) {
        const other = posts[1 - index] as (typeof posts)[0]
        const search = searches[index] as string
        const also = post.aka.indexOf(search)
        const isTitle = by === 'title' || post.origin.query !== undefined
        const field = search !== post.query && also >= 0 ? ['aka', also] : [isTitle ? 'title' : 'query']
        report({
          file: post.file,
          at: { field },
          message: `This and \`${other.file}\` both answer \`${search}\`; merge them, or narrow one.`,
          because: `the ${by === 'title' ? 'titles are the same' : 'words of both searches are the same, four of five at least'}`,
        })
      }
  },
})
