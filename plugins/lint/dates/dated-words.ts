import type { Passage, Word } from '../text/text.ts'

/** Words with offsets in the file. */
export interface Dated {
  start: number
  end: number
  words: string
}

/** The second word of what goes out of date, by the first. */
const dated = new Map(
  Object.entries({
    this: ['year'],
    next: ['year'],
    our: ['new', 'newest', 'latest'],
    brand: ['new'],
    just: ['launched', 'released', 'opened', 'published'],
    coming: ['soon'],
    recently: ['launched', 'released', 'opened', 'published', 'introduced', 'announced'],
  }).map(([first, seconds]) => [first, new Set(seconds)] as const),
)

/** English words that were true when they were written: `this year`, `our newest`. What others said is theirs. */
export function datedWords(passage: Passage): Dated[] {
  const found: Dated[] = []
  const { words } = passage
  for (let index = 0; index < words.length; index++) {
    const first = words[index] as Word
    const seconds = dated.get(first.entry.lower)
    if (!seconds || first.isQuoted) continue
    const second = words[index + 1]
    if (second && seconds.has(second.entry.lower))
      found.push({
        start: passage.offsetOf(first.start),
        end: passage.offsetOf(second.end),
        words: passage.text.slice(first.start, second.end),
      })
  }
  return found
}
