import { isDenied } from '../../promotion/is-denied.ts'
import { defineTextRule, type ReportedFix } from '../../rule.ts'
import type { Spot } from '../../text/text.ts'
import { hype } from '../../words/hype.ts'

/** Flags words that could be said of anything. */
export default defineTextRule({
  id: 'promo-hype',
  summary: 'words that praise and say nothing',
  why: 'A stranger has read the same word on every other page, and skips it.',
  level: { acquire: 'warning', retain: 'suggestion' },
  isEnglish: true,
  inSnippets: true,
  phrases: hype.map((phrase) => ({ phrase })),
  check(text, { matches, report }) {
    for (const match of matches) {
      const { passage, start, end, phrase, firstWord } = match
      if (isDenied(passage, firstWord)) continue
      report({
        at: match,
        message: `\`${passage.text.slice(start, end)}\` could be said of anything; say what the reader no longer has to do.`,
        because: `\`${phrase.phrase}\` is on the list of hype`,
        fixes: [without(match, text.source)],
      })
    }
  },
})

/** Leaves the words out, with the space after them where nothing else stands between. */
function without({ passage, start, end }: Spot, source: string): ReportedFix {
  const words = passage.text.slice(start, end + 1)
  const from = passage.offsetOf(start)
  if (!words.endsWith(' ') || !source.startsWith(words, from)) return { to: '' }
  return { label: 'Leave it out', to: [{ start: from, end: from + words.length, text: '' }] }
}
