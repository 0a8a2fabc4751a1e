import { z } from 'zod'
import type { Cue } from '../../promotion/read-selling.ts'
import { readSelling } from '../../promotion/read-selling.ts'
import { defineTextRule } from '../../rule.ts'
import type { Word } from '../../text/text.ts'

/** Flags a text that speaks of its writers more than it should. */
export default defineTextRule({
  id: 'promo-we-density',
  summary: 'a text full of `we` and `our`',
  why: 'The reader came with a question about their own work; each `we` is a sentence about somebody else.',
  level: { acquire: 'suggestion', retain: 'off' },
  isEnglish: true,
  options: z.strictObject({
    limit: z.number().positive().default(1.5).meta({ description: '`we`, `our` and `us` in 100 words' }),
    minWords: z.int().min(1).default(150).meta({ description: 'Shorter texts are left alone' }),
  }),
  check(text, { options: { limit, minWords }, site, report }) {
    if (text.wordCount < minWords) return
    const { cues, wordCount } = readSelling(text, site)
    const own = [...cues.we, ...cues.our].filter((cue) => !isTogether(cue))
    const per100 = (100 * own.length) / wordCount
    const first = own[0]
    if (per100 <= limit || !first) return
    const { passage, start } = first
    const opening = passage.text.slice(start).split(/\s+/, 4).join(' ')
    const figures = `${per100.toFixed(1)} per 100; limit ${limit}`
    report({
      at: first,
      key: 'density',
      message: `\`we\` or \`our\` appears ${own.length} times in ${wordCount} words (${figures}), first in \`${opening}\`; turn sentences round to \`you\`.`,
      because: `${figures}; \`we\` that takes the reader along is not counted`,
    })
  },
})

const steps = new Set(
  'add open click set write run see look start begin define install choose pick import check calculate compute subtract divide multiply assume suppose call mean say turn'.split(
    ' ',
  ),
)
const before = new Set(['now', 'then', 'next', 'first', 'can', 'will', 'finally', 'also'])

/** "Now we add the flour": the reader is meant too. */
function isTogether({ passage, end }: Cue): boolean {
  const { words } = passage
  const at = firstAfter(words, end)
  const next = words[at]?.entry.lower ?? ''
  return steps.has(next) || (before.has(next) && steps.has(words[at + 1]?.entry.lower ?? ''))
}

/** Index of the first word that begins behind an offset. */
function firstAfter(words: readonly Word[], offset: number): number {
  let [low, high] = [0, words.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((words[middle] as Word).start < offset) low = middle + 1
    else high = middle
  }
  return low
}
