import { z } from 'zod'
import type { Post } from '../../../../src/calendar/post.ts'
import { type CalendarReport, defineCalendarRule } from '../../rule.ts'
import { searchStems } from '../../search/stems.ts'

/** Flags descriptions for search results that say too little, or the same as another. */
export default defineCalendarRule({
  id: 'search-description',
  summary: 'descriptions that tell search results nothing of their own',
  why: 'Below the title, the description is all that a reader has to choose by. One that repeats the title or another page gives no reason to open this one.',
  level: { acquire: 'warning', retain: 'off' },
  options: z.strictObject({
    fewest: z.int().min(0).default(70).meta({ description: 'Characters that a description should have' }),
    most: z.int().min(1).default(156).meta({ description: 'Characters of a description that results show' }),
  }),
  complete(collected, { options, report }) {
    const posts = collected.map(({ post }) => post).filter(({ goal }) => goal === 'acquire')
    const byDescription = Map.groupBy(posts, ({ description }) => plain(description ?? ''))
    for (const post of posts) {
      const { file, description } = post
      const isWritten = post.origin.description === undefined
      if (description === undefined) {
        report({
          file,
          at: { field: ['title'] },
          level: 'suggestion',
          message: `\`${post.title}\` has neither \`answer\` nor \`description\`; write the answer, and results will show it.`,
          because: 'no `description`, and no `answer` to take it from',
        })
        continue
      }
      const at = { field: [isWritten ? 'description' : 'answer'] }
      const same = (byDescription.get(plain(description)) as readonly Post[]).filter((each) => each !== post)
      if (same.length > 0)
        report({
          file,
          at,
          message: `\`${shortened(description)}\` also describes ${same.map((each) => `\`${each.file}\``).join(', ')}; say what is different here.`,
          because: 'the same words in both, capitals and signs aside',
        })
      else if (plain(description) === plain(post.title))
        report({
          file,
          at,
          message: `The description repeats the title, \`${post.title}\`; say what the answer is.`,
          because: 'the words of the title, capitals and signs aside',
        })
      else if (isWritten)
        for (const found of problemsOf(post, description, options)) report({ file, at, ...found })
    }
  },
})

function plain(text: string): string {
  return (text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).join(' ')
}

function shortened(text: string): string {
  return text.length <= 60 ? text : `${text.slice(0, 60).replace(/\s+\S*$/, '')} …`
}

function* problemsOf(
  { lang, query }: Post,
  written: string,
  { fewest, most }: { fewest: number; most: number },
): Generator<Pick<CalendarReport, 'level' | 'message' | 'because' | 'key'>> {
  const wanted = /^en\b/i.test(lang) ? [...searchStems(query).keys()] : []
  const said = searchStems(written)
  if (wanted.length > 0 && !wanted.some((stem) => said.has(stem)))
    yield {
      message: `\`${shortened(written)}\` has no word of \`${query}\`; name what was searched for.`,
      because: 'no stem of the search in the description',
    }
  const { length } = written
  if (length >= fewest && length <= most) return
  yield {
    level: 'suggestion',
    message:
      length < fewest
        ? `\`${shortened(written)}\` has ${length} characters; there is room to say what the answer is.`
        : `The description has ${length} characters and results show about ${most}; put what counts before \`${written.slice(most).trim().split(/\s+/, 3).join(' ')}\`.`,
    because: `${length} characters, ${fewest} to ${most} fit`,
    key: 'length',
  }
}
