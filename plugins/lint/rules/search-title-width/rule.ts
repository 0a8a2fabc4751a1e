import { z } from 'zod'
import { letterWidths } from '../../../../src/calendar/letter-widths.ts'
import { definePostRule } from '../../rule.ts'

const size = 20

/** Flags titles that search results cut off. */
export default definePostRule({
  id: 'search-title-width',
  summary: 'titles that search results cut off',
  why: 'Results show one line of a title. What is cut off may be the very words by which a reader would have known the answer.',
  level: { acquire: 'suggestion', retain: 'off' },
  options: z.strictObject({
    most: z
      .number()
      .min(1)
      .default(600)
      .meta({ description: 'Pixels that results show of a title, in Arial of 20 px' }),
  }),
  check({ passages }, { options, report }) {
    const title = passages.find(({ kind }) => kind === 'title')
    if (!title || title.text.length * size < options.most) return
    let width = 0
    let end = 0
    let fits = 0
    for (const { letter, width: each } of letterWidths(title.text, size)) {
      width += each
      end += letter.length
      if (width <= options.most) fits = end
    }
    if (width <= options.most) return
    const shown = title.text.slice(0, fits).replace(/\s+\S*$/, '')
    const at = shown.length
    const rest = title.text.slice(at)
    const start = at + rest.length - rest.trimStart().length
    report({
      at: { passage: title, start, end: title.text.length },
      message: `The title is ${Math.round(width)} px wide and results cut it near ${options.most}, after \`${shown}\`; say it in fewer words.`,
      because: `${Math.round(width)} px in Arial of ${size} px, ${options.most} at most`,
    })
  },
})
