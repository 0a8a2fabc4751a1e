/** How a word is written: `caps` has two capitals or more and no small letter (a plural `s` aside). */
export type Shape = 'lower' | 'capital' | 'caps' | 'mixed' | 'number' | 'code'

/** How a word is written; `\uFFFC` stands for what is no prose. */
export function shapeOf(word: string): Shape {
  if (word === '\uFFFC') return 'code'
  let upper = 0
  let lower = 0
  for (let i = 0; i < word.length; i++) {
    const code = word.charCodeAt(i)
    if (code >= 97 && code <= 122) lower++
    else if (code >= 65 && code <= 90) upper++
    else if (code > 127) {
      const letter = word[i] as string
      if (letter !== letter.toLowerCase()) upper++
      else if (letter !== letter.toUpperCase()) lower++
    }
  }
  if (upper === 0) return lower === 0 && /\d/.test(word) ? 'number' : 'lower'
  if (lower === 0) return upper > 1 || /\d/.test(word) ? 'caps' : 'capital'
  if (upper === 1 && /^\p{Lu}/u.test(word)) return 'capital'
  return lower === 1 && upper > 1 && word.endsWith('s') ? 'caps' : 'mixed'
}
