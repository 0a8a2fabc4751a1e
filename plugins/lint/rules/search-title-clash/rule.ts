import type { Post } from '../../../../src/calendar/post.ts'
import { defineCalendarRule } from '../../rule.ts'

/** An h1 in a body, with where it stands in the file. */
interface Heading {
  text: string
  start: number
  end: number
}

/** Flags titles that two posts share, where they do not compete for one search already. */
export default defineCalendarRule({
  id: 'search-title-clash',
  summary: 'two pages with one title',
  why: 'In a list of results, in a feed or among open tabs, two pages with one title cannot be told apart.',
  level: 'warning',
  collect({ passages }): Heading[] {
    return passages
      .filter(({ kind, depth }) => kind === 'heading' && depth === 1)
      .map(({ text, offsetOf }) => ({ text, start: offsetOf(0), end: offsetOf(text.length) }))
  },
  complete(collected, { report }) {
    const posts = collected.map(({ post }) => post)
    const byTitle = Map.groupBy(posts, ({ title }) => plain(title))
    for (const { post, data } of collected) {
      const others = (byTitle.get(plain(post.title)) ?? []).filter(
        (other) => other !== post && !isQueryClash(post, other),
      )
      if (others.length > 0)
        report({
          file: post.file,
          at: { field: ['title'] },
          message: `${listed(others)} ${others.length > 1 ? 'have' : 'has'} the title \`${post.title}\` too; say in each what only this page has.`,
          because: 'the same words, capitals and signs aside',
        })
      for (const { text, start, end } of data) {
        const other = byTitle.get(plain(text))?.find((each) => each !== post)
        if (other)
          report({
            file: post.file,
            at: { start, end },
            quote: text,
            message: `\`${text}\` is the title of \`${other.file}\`; give this heading words of its own.`,
            because: "an h1 with the words of another post's title",
          })
      }
    }
  },
})

/** Whether two posts with one title compete for one search, which is said elsewhere. */
function isQueryClash(a: Post, b: Post): boolean {
  const isOneSeries = a.series !== undefined && a.series === b.series
  return a.goal === 'acquire' && b.goal === 'acquire' && !isOneSeries && language(a) === language(b)
}

function language({ lang }: Post): string | undefined {
  return lang.toLowerCase().split('-')[0]
}

function plain(text: string): string {
  return (
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+[+#]*/gu) ?? []
  ).join(' ')
}

function listed(posts: readonly Post[]): string {
  return posts.map(({ file }) => `\`${file}\``).join(', ')
}
