import { z } from 'zod'
import type { Post } from '../../../../src/calendar/post.ts'
import { type Dated, datedWords } from '../../dates/dated-words.ts'
import { defineCalendarRule } from '../../rule.ts'
import type { Passage } from '../../text/text.ts'

/** A year in the title, or words that were true when they were written. */
interface Aging extends Dated {
  year?: number
}

/** Flags posts that name a year that is over, or that say `this year` long after they were checked. */
export default defineCalendarRule({
  id: 'search-stale',
  summary: 'posts that show their age',
  why: 'A year that is over in a title tells a reader from search to take another result, even where everything still holds.',
  level: { acquire: 'warning', retain: 'off' },
  options: z.strictObject({
    months: z
      .int()
      .min(1)
      .default(12)
      .meta({ description: 'Months after which words such as `this year` are out of date' }),
  }),
  collect({ passages, lang }): Aging[] {
    const isEnglish = /^en\b/i.test(lang)
    return passages.flatMap((passage) => [
      ...(passage.kind === 'title' ? yearsIn(passage) : []),
      ...(isEnglish ? datedWords(passage) : []),
    ])
  },
  complete(collected, { options, calendar, report }) {
    const today = Temporal.PlainDate.from(calendar.now.local.slice(0, 10))
    const wordsSince = today.subtract({ months: options.months }).toString()
    for (const { post, data } of collected) {
      const checked = lastChecked(post)
      if (post.state !== 'live' || !checked) continue
      const asked = post.origin.query === undefined ? post.query : ''
      let isSaid = false
      for (const { start, end, words, year } of data) {
        const at = { start, end }
        if (year !== undefined) {
          // A year that was over when the post was published is what it is about.
          const isMeant = year < Number(post.publish?.local.slice(0, 4)) || asked.includes(words)
          if (isMeant || year >= today.year) continue
          report({
            file: post.file,
            at,
            quote: words,
            message: `The title says \`${words}\` and it is ${today.year} (last checked ${checked}); check the post and write the new year, or leave it out.`,
            because: `${words} is over`,
          })
        } else if (checked < wordsSince && !isSaid) {
          isSaid = true
          report({
            file: post.file,
            at,
            quote: words,
            level: 'suggestion',
            message: `\`${words}\` was last checked on ${checked}; say when that was, or check the post and note it in \`updated\`.`,
            because: `last checked ${checked}, more than ${options.months} months ago`,
          })
        }
      }
    }
  },
})

/** The day on which a post was last looked at, as far as its entry says. */
function lastChecked({ updated, publish }: Post): string | undefined {
  return updated?.on ?? publish?.local.slice(0, 10)
}

function yearsIn(title: Passage): Aging[] {
  return title.words.flatMap(({ text, start, end }) =>
    /^(?:19|20)\d\d$/.test(text)
      ? [{ start: title.offsetOf(start), end: title.offsetOf(end), words: text, year: Number(text) }]
      : [],
  )
}
