import type { Text, Word } from '../text/text.ts'
import type { Entry } from '../words/lexicon.ts'
import type { Cue } from './read-selling.ts'

/**
 * Where the name stands that a text names most: a word that is always capitalized, in the middle of a sentence at
 * least once. Usually whoever the page is about; empty where there is none.
 */
export function countNames({ passages }: Text): Cue[] {
  const names = new Map<Entry, { count: number; isMidway: boolean }>()
  for (const { words, sentences, marked } of passages) {
    let sentence = 0
    for (const at of marked) {
      const word = words[at] as Word
      if (word.shape === 'lower' || !isWord(word)) continue
      while ((sentences[sentence]?.endWord ?? Infinity) <= at) sentence++
      const name = names.get(word.entry) ?? { count: 0, isMidway: false }
      names.set(word.entry, name)
      name.count++
      name.isMidway ||= at > (sentences[sentence]?.firstWord ?? at)
    }
  }
  const byCount = [...names].filter(([, { isMidway }]) => isMidway).sort(([, a], [, b]) => b.count - a.count)
  for (const [entry] of byCount) {
    const cues = capitalized(entry, passages)
    if (cues) return cues
  }
  return []
}

/** Where a word stands; undefined where it stands in small letters, too. */
function capitalized(entry: Entry, passages: Text['passages']): Cue[] | undefined {
  const cues: Cue[] = []
  for (const passage of passages)
    for (const word of passage.words) {
      if (word.entry !== entry || !isWord(word)) continue
      if (word.shape === 'lower') return undefined
      cues.push({ passage, start: word.start, end: word.end })
    }
  return cues
}

function isWord({ shape, start, end, isQuoted, isAddress }: Word): boolean {
  return !isQuoted && !isAddress && shape !== 'code' && shape !== 'number' && end - start >= 2
}
