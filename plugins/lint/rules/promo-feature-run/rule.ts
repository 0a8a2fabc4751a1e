import { z } from 'zod'
import { type Cue, readSelling } from '../../promotion/read-selling.ts'
import { defineTextRule } from '../../rule.ts'
import { fieldKinds, type Passage, type Sentence, type Text, type Word } from '../../text/text.ts'
import { capabilities } from '../../words/selling-verbs.ts'

/** Flags a run of sentences or items that say what the product or the team can do. */
export default defineTextRule({
  id: 'promo-feature-run',
  summary: 'sentence after sentence of features',
  why: 'A list of features answers no question of a stranger; the problem that each one solves might.',
  level: { acquire: 'warning', retain: 'off' },
  isEnglish: true,
  options: z.strictObject({
    length: z.int().min(2).default(3).meta({ description: 'How many in a row are flagged' }),
  }),
  check(text, { options: { length }, site, report }) {
    const capable = readSelling(text, site).cues.capability
    if (capable.length === 0) return
    const capableIn = Map.groupBy(capable, ({ passage }) => passage)
    let run: Sentence[] = []
    let owned = 0
    const close = () => {
      const [first, last] = [run[0], run.at(-1)]
      if (first && last && run.length >= length && owned > 0) {
        const opening = first.passage.text.slice(first.start, first.end).split(/\s+/, 4).join(' ')
        report({
          at: first,
          quote: opening,
          key: 'run',
          message: `${placeOf(text, first, last)} list features, from \`${opening}\` on; say what problem each solves, or move this to a product page.`,
          because: `${run.length} sentences in a row say what \`we\` or the brand can do; limit ${length}`,
        })
      }
      run = []
      owned = 0
    }
    for (const { kind, sentences, isQuote } of text.passages) {
      if (kind === 'heading' || fieldKinds.has(kind)) continue
      if (isQuote) close()
      for (const sentence of isQuote ? [] : sentences) {
        const isOwned = startsCapable(sentence, capableIn)
        if (isOwned || (kind === 'item' && startsWithFeature(sentence))) {
          run.push(sentence)
          if (isOwned) owned++
        } else close()
      }
    }
    close()
  },
})

/** One of the first four words is `we` or a brand that can do something. */
function startsCapable(
  { passage, firstWord, endWord, start: first }: Sentence,
  capableIn: ReadonlyMap<Passage, readonly Cue[]>,
): boolean {
  const last = passage.words[Math.min(endWord, firstWord + 4) - 1] as Word
  return capableIn.get(passage)?.some(({ start }) => first <= start && start <= last.start) ?? false
}

/** "Lets you …", "Supports …". */
function startsWithFeature({ passage, firstWord }: Sentence): boolean {
  const lower = passage.words[firstWord]?.entry.lower ?? ''
  return lower.endsWith('s') && capabilities.has(lower)
}

/** "Lines 3–9" or "3 sentences on line 3". */
function placeOf({ source }: Text, first: Sentence, last: Sentence): string {
  const lineOf = ({ passage, start }: Sentence) => source.slice(0, passage.offsetOf(start)).split('\n').length
  const [from, to] = [lineOf(first), lineOf(last)]
  return from === to ? `Sentences on line ${from}` : `Lines ${from}–${to}`
}
