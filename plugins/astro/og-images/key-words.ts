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
  for (const [at, { text, isSpaced }] of pieces.entries()) {
    const word = wordIn(text)
    const isCompound = !isSpaced || pieces[at - 1]?.isSpaced === false
    const endsHere = word === '' || (stopWords.has(word) && !isCompound)
    if (!endsHere) letters += word.length
    if (!endsHere && letters > best.letters) best = { run: [begin, at + 1], letters }
    if (!endsHere && !/[,:;.!?]["”’)]*$/.test(text)) continue
    begin = at + 1
    letters = 0
  }
  return best.run
}

/** A word without the punctuation around it, as the list of stop words has it. */
function wordIn(text: string): string {
  const word = /[\p{L}\p{N}](?:.*[\p{L}\p{N}])?/u.exec(text)?.[0] ?? ''
  return word.toLowerCase().replaceAll('’', "'")
}
