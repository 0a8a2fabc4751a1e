import { findPhrases } from '../find-phrases.ts'
import type { Site } from '../rule.ts'
import { onceAText } from '../text/once-a-text.ts'
import type { Passage, Sentence, Text, Word } from '../text/text.ts'
import { capabilities, fillers, orders, pointers, toldVerbs } from '../words/selling-verbs.ts'
import { countNames } from './count-names.ts'
import { type CueKind, cueKinds } from './cue-kinds.ts'
import { findBrands } from './find-brands.ts'
import type { SellingMatch } from './selling-phrases.ts'

/** A place that counts. */
export interface Cue {
  readonly passage: Passage
  readonly start: number
  readonly end: number
}

/** Where a text sells, explains or tells. */
export interface Selling {
  readonly counts: Readonly<Record<CueKind, number>>
  /** Their places; of words as common as `and` and `the` none. */
  readonly cues: Readonly<Record<CueKind, readonly Cue[]>>
  /** Words outside quotations, addresses and code. */
  readonly wordCount: number
}

/** Reads a text for what sells and what explains, in one pass over its words. */
export const readSelling = onceAText((text: Text, { brands }: Pick<Site, 'brands'>): Selling => {
  const cues = Object.fromEntries(cueKinds.map((kind) => [kind, []])) as unknown as Record<CueKind, Cue[]>
  for (const match of (findPhrases(text).get('selling') ?? []) as SellingMatch[])
    cues[match.phrase.kind].push(match)
  const own = new Set(findBrands(text, brands).map(({ passage, endWord }) => passage.words[endWord - 1]))
  const common = { listing: 0, reference: 0 }
  let wordCount = 0
  const { passages } = text
  for (let order = 0; order < passages.length; order++) {
    const { sentences, isQuote } = passages[order] as Passage
    if (isQuote) continue
    for (let index = 0; index < sentences.length; index++)
      wordCount += readSentence(sentences[index] as Sentence, cues, common, own)
  }
  cues.name = countNames(text)
  const counts = Object.fromEntries(cueKinds.map((kind) => [kind, cues[kind].length]))
  return { counts: { ...(counts as Record<CueKind, number>), ...common }, cues, wordCount }
})

/** Words longer than all pointers are not looked for. */
const longestPointer = Math.max(...[...pointers.keys()].map(({ length }) => length))

/** Adds the cues of a sentence's grammar, and gives the number of its words. */
function readSentence(
  { passage, start, end, firstWord, endWord, isQuestion }: Sentence,
  cues: Record<CueKind, Cue[]>,
  common: Record<'listing' | 'reference', number>,
  own: ReadonlySet<Word | undefined>,
): number {
  const { words, text } = passage
  let wordCount = 0
  for (let at = firstWord; at < endWord; at++) {
    const word = words[at] as Word
    const { entry, isQuoted, isAddress, shape } = word
    if (isQuoted || isAddress || shape === 'code') continue
    wordCount++
    const pointer = entry.lower.length > longestPointer ? undefined : pointers.get(entry.lower)
    if (pointer === 'listing' || pointer === 'reference') common[pointer]++
    else if (pointer) cues[pointer].push(cueOf(passage, at, at))
    const isWe = pointer === 'we'
    if (!isWe && (own.size === 0 || !own.has(word))) continue
    let next = at + 1
    while (next < endWord && next < at + 5 && fillers.has((words[next] as Word).entry.lower)) next++
    const verb = next < endWord ? (words[next] as Word).entry.lower : ''
    const isNext = isWe && next === at + 1
    if (capabilities.has(verb)) cues.capability.push(cueOf(passage, at, next))
    else if (toldVerbs.has(words[at + 1]?.entry.lower ?? '') || (isNext && verb.endsWith('ed')))
      cues.told.push(cueOf(passage, at, at + 1))
  }
  const first = words[firstWord] as Word
  if (orders.has(first.entry.lower) && !first.isQuoted) cues.order.push(cueOf(passage, firstWord, firstWord))
  if (text.charCodeAt(end - 1) === 33) cues.shout.push({ passage, start, end })
  if (isQuestion) cues.question.push({ passage, start, end })
  return wordCount
}

function cueOf(passage: Passage, from: number, to: number): Cue {
  const last = passage.words[Math.min(to, passage.words.length - 1)] as Word
  return { passage, start: (passage.words[from] as Word).start, end: last.end }
}
