import type { Passage, Text, Word } from '../text/text.ts'
import type { Entry } from '../words/lexicon.ts'
import type { Cue } from './read-selling.ts'

/**
 * Where the name stands that a text names most: a word that is always capitalized, in the middle of a sentence at
 * least once. Usually whoever the page is about; empty where there is none.
 */
export function countNames({ passages }: Text): Cue[] {
  const names = new Map<Entry, { count: number; isMidway: boolean }>()
  for (let order = 0; order < passages.length; order++) {
    const { words, sentences, marked } = passages[order] as Passage
    let sentence = 0
    for (let index = 0; index < marked.length; index++) {
      const at = marked[index] as number
      const word = words[at] as Word
      if (word.shape === 'lower' || !isWord(word)) continue
      while ((sentences[sentence]?.endWord ?? Infinity) <= at) sentence++
      let name = names.get(word.entry)
      if (name === undefined) {
        name = { count: 0, isMidway: false }
        names.set(word.entry, name)
      }
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
  for (let order = 0; order < passages.length; order++) {
    const passage = passages[order] as Passage
    const { words } = passage
    for (let at = 0; at < words.length; at++) {
      const word = words[at] as Word
      if (word.entry !== entry || !isWord(word)) continue
      if (word.shape === 'lower') return undefined
      cues.push({ passage, start: word.start, end: word.end })
    }
  }
  return cues
}

function isWord({ shape, start, end, isQuoted, isAddress }: Word): boolean {
  return !isQuoted && !isAddress && shape !== 'code' && shape !== 'number' && end - start >= 2
}
