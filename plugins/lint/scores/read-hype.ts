import { findPhrases } from '../find-phrases.ts'
import type { Passage, Sentence, Text, Word } from '../text/text.ts'
import type { Entry } from '../words/lexicon.ts'
import type { PufferyMatch } from './puffery-phrases.ts'

/** What speaks against puffed-up wording. */
export const plainHypeKinds = ['technical', 'number', 'sign', 'fragment'] as const

/** What is counted in a text. */
export const hypeKinds = [
  'peacock',
  'praise',
  'intensifier',
  'superlative',
  'feat',
  'adverb',
  'highest',
  'shout',
  ...plainHypeKinds,
] as const

export type HypeKind = (typeof hypeKinds)[number]

/** Counts of a text, and where what praises stands. */
export interface HypeCounts {
  readonly counts: Readonly<Record<HypeKind, number>>
  readonly matches: readonly PufferyMatch[]
  /** The same for a usual piece of it, no longer than a long sentence: weights are fitted to sentences. */
  readonly piece: { readonly counts: Readonly<Record<HypeKind, number>>; readonly wordCount: number }
}

const longSentence = 40

/** Counts what puffs up a text, and what does not. */
export function readHype(text: Text): HypeCounts {
  const counts = Object.fromEntries(hypeKinds.map((kind) => [kind, 0])) as Record<HypeKind, number>
  const matches = (findPhrases(text).get('puffery') ?? []) as PufferyMatch[]
  for (const { phrase } of matches) counts[phrase.kind]++
  let wordCount = 0
  const { passages } = text
  for (let order = 0; order < passages.length; order++) {
    const passage = passages[order] as Passage
    const { words, sentences } = passage
    if (passage.isQuote) continue
    for (let index = 0; index < sentences.length; index++) {
      const { start, end, firstWord, endWord } = sentences[index] as Sentence
      for (let at = firstWord; at < endWord; at++) {
        const { entry, shape, isQuoted, isAddress } = words[at] as Word
        if (isQuoted) continue
        wordCount++
        if (shape === 'number') counts.number++
        else if (isAddress || shape === 'code' || shape === 'mixed' || shape === 'caps') counts.sign++
        else if (shape === 'lower') {
          const ending = endingOf(entry)
          if (ending) counts[ending]++
        }
      }
      const last = passage.text.slice(start, end).trimEnd().at(-1) ?? ''
      if (last === '!') counts.shout++
      if (!/[.!?"”)]/.test(last) || /[a-z]/.test(passage.text[start] ?? '')) counts.fragment++
    }
  }
  const share = Math.min(1, longSentence / wordCount)
  const scaled = hypeKinds.map((kind) => [kind, counts[kind] * share])
  return {
    counts,
    matches,
    piece: {
      counts: Object.fromEntries(scaled) as Record<HypeKind, number>,
      wordCount: Math.min(longSentence, wordCount),
    },
  }
}

const noSuperlatives = new Set(
  'interest forest request guest harvest honest west test rest contest protest suggest invest arrest chest nest modest quest conquest latest east least manifest digest northwest southwest northeast southeast best'.split(
    ' ',
  ),
)
const noAdverbs = new Set(
  'family only early daily july supply apply reply fly rely ally italy assembly anomaly likely unlikely monthly weekly yearly respectively previously originally currently formerly approximately usually generally typically officially initially subsequently mainly primarily partially relatively directly similarly commonly frequently occasionally probably possibly'.split(
    ' ',
  ),
)

function endingOf({ lower }: Entry): 'adverb' | 'highest' | undefined {
  const { length } = lower
  const last = lower.charCodeAt(length - 1)
  // `y` and `t` first: most words end otherwise.
  if (last === 121) return length > 5 && lower.endsWith('ly') && !noAdverbs.has(lower) ? 'adverb' : undefined
  if (last !== 116) return undefined
  return length > 4 && lower.endsWith('est') && !noSuperlatives.has(lower) ? 'highest' : undefined
}
