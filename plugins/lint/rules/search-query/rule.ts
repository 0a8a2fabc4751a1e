import { z } from 'zod'
import { definePostRule } from '../../rule.ts'

/** Words that a search begins with when it is a question or asks for a way. */
const asking = new Set(
  'how what why when where who which whose is are was can could do does did should will would best compare'.split(
    ' ',
  ),
)

/** Flags posts for strangers that do not say which search they answer, and searches that nobody would type. */
export default definePostRule({
  id: 'search-query',
  summary: 'posts that do not say which search they answer',
  why: 'A post that nobody planned for a search is found by none. Written down, the search decides what the title, the answer and the headings have to say.',
  level: { acquire: 'warning', retain: 'off' },
  isEnglish: true,
  options: z.strictObject({
    most: z.int().min(1).default(12).meta({ description: 'Words that a search may have' }),
  }),
  check({ post, passages }, { options, report }) {
    if (post.origin.query === undefined) {
      const words = post.query.split(/\s+/)
      if (words.length <= options.most) return
      report({
        at: { field: ['query'] },
        message: `\`${post.query}\` has ${words.length} words, more than people type; keep those that they would.`,
        because: `${words.length} words, ${options.most} at most`,
      })
      return
    }
    const title = passages.find(({ kind }) => kind === 'title')
    const [first] = title?.words ?? []
    if (!title || !first || asking.has(first.entry.lower) || title.sentences.at(-1)?.isQuestion) return
    report({
      at: { passage: title, start: 0, end: title.text.length },
      message: `No \`query\` is written, so \`${post.query}\` stands for it; write what people would type, as in \`query: how to plan a content calendar\`.`,
      because: 'no `query`, and a title that is no question',
    })
  },
})
