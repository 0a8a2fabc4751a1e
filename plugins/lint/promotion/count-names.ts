import type { Text, Word } from '../text/text.ts'
import type { Entry } from '../words/lexicon.ts'
import type { Cue } from './read-selling.ts'

/**
 * Where the name stands that a text names most: a word that is always capitalized, in the middle of a sentence at
 * least once. Usually whoever the page is about; empty where there is none.
 */
export function countNames({ passages }: Text): Cue[] {
  const places = new Map<Entry, { cues: Cue[]; isMidway: boolean }>()
  const common = new Set<Entry>()
  for (const passage of passages)
    for (const { firstWord, endWord } of passage.sentences)
      for (let at = firstWord; at < endWord; at++) {
        const { entry, shape, start, end, isQuoted, isAddress } = passage.words[at] as Word
        if (isQuoted || isAddress || shape === 'code' || shape === 'number' || end - start < 2) continue
        if (shape === 'lower') {
          common.add(entry)
          continue
        }
        const place = places.get(entry) ?? { cues: [], isMidway: false }
        places.set(entry, place)
        place.cues.push({ passage, start, end })
        place.isMidway ||= at > firstWord
      }
  let most: Cue[] = []
  for (const [entry, { cues, isMidway }] of places)
    if (isMidway && cues.length > most.length && !common.has(entry)) most = cues
  return most
}
