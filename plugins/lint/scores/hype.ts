import { onceAText } from '../text/once-a-text.ts'
import type { Text } from '../text/text.ts'
import type { PufferyKind } from '../words/puffery.ts'
import weights from './hype-weights.json' with { type: 'json' }
import type { Reason } from './promotion.ts'
import { type HypeKind, readHype } from './read-hype.ts'
import { weigh } from './weigh.ts'

/** How puffed-up the wording of a text is, whoever it praises, and why. */
export interface Hype {
  /** 0 to 1. */
  readonly score: number
  /**
   * What counted, the weightiest first. No getter: V8 keeps an object that has one of its own, and so its text, until
   * a full collection.
   */
  reasons(): readonly Reason[]
}

const none: Hype = { score: 0, reasons: () => [] }

const nameOfKind: Readonly<Record<HypeKind, string>> = {
  peacock: 'words that call somebody great',
  praise: 'praise in passing',
  intensifier: 'words that make others stronger',
  superlative: 'words that put it above all others',
  feat: 'what was done, told as a feat',
  adverb: 'adverbs in -ly',
  highest: 'superlatives in -est',
  shout: 'exclamation marks',
  technical: 'plain words of reports and manuals',
  number: 'numbers',
  sign: 'codes and abbreviations',
  fragment: 'lines that are no sentence',
}

/**
 * How puffed-up the wording of a text is: counts of a dozen kinds of words, weighed by `hype-weights.json`. Knows
 * English only; a text in another language gets 0.
 */
export const hypeOf = onceAText((text: Text): Hype => {
  if (!/^en\b/i.test(text.lang)) return none
  const { counts, matches, piece } = readHype(text)
  const { score, parts } = weigh(weights, (kind) => piece.counts[kind as HypeKind], piece.wordCount)
  return {
    score,
    reasons: () =>
      parts
        .filter(({ adds, count }) => count > 0 && Math.abs(adds) >= 0.05)
        .map(({ name, adds }) => {
          const places = matches.filter(({ phrase }) => phrase.kind === (name as PufferyKind))
          const quotes = places.map(({ passage, start, end }) => passage.text.slice(start, end))
          return {
            kind: name,
            what: nameOfKind[name as HypeKind],
            count: counts[name as HypeKind],
            adds,
            examples: [...new Set(quotes)].slice(0, 3),
          }
        }),
  }
})
