import { stopWords } from '../../../src/reader/stop-words.ts'
import type { Piece } from './split-pieces.ts'

/**
 * The words of a title that say what it is about: of the runs of English words that carry meaning, the one with most
 * letters.
 * @returns the first of its pieces, and the one after its last; all of them where no word carries meaning
 */
export function keyWords(pieces: readonly Piece[]): [number, number] {
  let best: { run: [number, number]; letters: number } = { run: [0, pieces.length], letters: 0 }
  let begin = 0
  let letters = 0
  for (const [at, { text }] of pieces.entries()) {
    const word =
      text
        .toLowerCase()
        .replace(/’/g, "'")
        .match(/[\p{L}\p{N}](?:.*[\p{L}\p{N}])?/u)?.[0] ?? ''
    if (word === '' || stopWords.has(word)) {
      begin = at + 1
      letters = 0
      continue
    }
    letters += word.length
    if (letters > best.letters) best = { run: [begin, at + 1], letters }
    if (/[,:;.!?]["”’)]*$/.test(text)) {
      begin = at + 1
      letters = 0
    }
  }
  return best.run
}
