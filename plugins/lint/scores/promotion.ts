import { type CueKind, nameOfKind, pitchKinds } from '../promotion/cue-kinds.ts'
import { readSelling, type Selling } from '../promotion/read-selling.ts'
import type { Site } from '../rule.ts'
import { onceAText } from '../text/once-a-text.ts'
import type { Text } from '../text/text.ts'
import weights from './promotion-weights.json' with { type: 'json' }
import { weigh } from './weigh.ts'

/** One thing that counted. */
export interface Reason {
  readonly kind: string
  /** In words, as in "calls to buy, call or sign up". */
  readonly what: string
  readonly count: number
  /** Added to the sum that becomes the score; below 0 it spoke against. */
  readonly adds: number
  /** Up to three places, quoted, each once. */
  readonly examples: readonly string[]
}

/** How much a text sells its writer, and why. */
export interface Promotion {
  /** 0 to 1; from 0.5 on a text reads as an advertisement. */
  readonly score: number
  /**
   * What counted, the weightiest first. No getter: V8 keeps an object that has one of its own, and so its text, until
   * a full collection.
   */
  reasons(): readonly Reason[]
}

const none: Promotion = { score: 0, reasons: () => [] }

/**
 * How much a text sells whoever wrote it: counts of some twenty kinds of phrases, weighed by `promotion-weights.json`.
 * Knows English only; a text in another language gets 0.
 */
export const promotionOf = onceAText((text: Text, site: Site): Promotion => {
  if (!/^en\b/i.test(text.lang)) return none
  const selling = readSelling(text, site)
  const { score, parts } = weigh(weights, (kind) => selling.counts[kind as CueKind], selling.wordCount)
  return {
    score,
    reasons: () =>
      parts
        .filter(({ adds, count }) => count > 0 && Math.abs(adds) >= 0.05)
        .map(({ name, count, adds }) => ({
          kind: name,
          what: nameOfKind[name as CueKind],
          count,
          adds,
          examples: examplesOf(selling, name as CueKind),
        })),
  }
})

/** Whether a kind is talk of a seller that can be quoted as such. */
export function isPitch(kind: string): boolean {
  return (pitchKinds as readonly string[]).includes(kind)
}

function examplesOf({ cues }: Selling, kind: CueKind): string[] {
  const quotes = new Map<string, string>()
  for (const { passage, start, end } of cues[kind]) {
    const quote = passage.text.slice(start, end).replace(/\s+/g, ' ')
    if (!quotes.has(quote.toLowerCase())) quotes.set(quote.toLowerCase(), quote)
    if (quotes.size === 3) break
  }
  return [...quotes.values()]
}
