/** A stretch of text that stays on one line. */
export interface Piece {
  text: string
  /** A space stands between it and the next one. */
  isSpaced: boolean
}

/** Scripts that put no spaces between words. */
const unspaced = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u

/** Splits a text where a line may end: at spaces, after hyphens, and between words of scripts without spaces. */
export function splitPieces(text: string): Piece[] {
  return text.split(' ').flatMap((chunk) => {
    const parts = unspaced.test(chunk) ? wordsOf(chunk) : chunk.split(/(?<=\p{L}[-–—/])(?=\p{L})/u)
    return inARow(parts)
  })
}

/** Splits a piece that is longer than any line into its letters, as people count them. */
export function splitLetters<P extends Piece>(piece: P): P[] {
  const letters = [...new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(piece.text)]
  return inARow(letters.map(({ segment }) => segment)).map((letter, at) => ({
    ...piece,
    text: letter.text,
    isSpaced: piece.isSpaced && at === letters.length - 1,
  }))
}

function inARow(texts: readonly string[]): Piece[] {
  return texts.map((text, at) => ({ text, isSpaced: at === texts.length - 1 }))
}

/** Words with the punctuation that belongs to them: no line begins with a full stop or ends with an open bracket. */
function wordsOf(chunk: string): string[] {
  const words: string[] = []
  let opening = ''
  const segments = new Intl.Segmenter('en', { granularity: 'word' }).segment(chunk)
  for (const { segment, isWordLike } of segments) {
    if (/^[\p{Ps}\p{Pi}]+$/u.test(segment)) opening += segment
    else if (isWordLike || opening || words.length === 0) {
      words.push(opening + segment)
      opening = ''
    } else words.push((words.pop() as string) + segment)
  }
  if (opening) words.push((words.pop() ?? '') + opening)
  return words
}
