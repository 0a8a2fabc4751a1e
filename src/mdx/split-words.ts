/** A word of a text. Both strings are spelled alike wherever they stand: spaces, hyphens, apostrophes, letters. */
export interface Word {
  /** Offsets in UTF-16 units. */
  start: number
  end: number
  word: string
  /** Spaces and signs between it and the word before. */
  before: string
}

/** Scripts that put no space between words: each of their letters stands for a word. */
const spaceless = ['Hani', 'Hira', 'Kana', 'Thai', 'Laoo', 'Khmr', 'Mymr', 'Tibt']
const letter = `(?=\\p{L})[${spaceless.map((script) => `\\p{scx=${script}}`).join('')}]`
const apart = '\\s\\p{Z}\\p{Extended_Pictographic}\\u200b–—―…|·•→<>='
const chunks = new RegExp(`${letter}\\p{M}*|(?:(?!${letter})[^${apart}])+`, 'gu')

const opening = /[\p{Ps}\p{Pi}\p{Pf}"'*_¿¡]/u
const closing = /[\p{Pe}\p{Pi}\p{Pf}"'*_.,;:!?]/u

/**
 * Parts a text into words. What is joined without a space is one word (`e-mail`, `node.js`, `#seo`), but for the
 * signs around it and a possessive `'s`.
 */
export function splitWords(text: string): Word[] {
  const words: Word[] = []
  let last = 0
  for (const { 0: chunk, index } of text.matchAll(chunks)) {
    let from = 0
    let to = chunk.length
    while (from < to && opening.test(chunk[from] as string)) from++
    while (from < to && closing.test(chunk[to - 1] as string)) to--
    const word = chunk.slice(from, to).replace(/['’]s$/i, '')
    if (word === '') continue
    const start = index + from
    const end = start + word.length
    words.push({ start, end, word: spell(word), before: spell(text.slice(last, start)) })
    last = end
  }
  return words
}

function spell(text: string): string {
  // Most words, and the space between them, are spelled so already.
  if (text === ' ' || /^[!-~]*$/.test(text)) return text
  return text
    .normalize('NFC')
    .replace(/\u00ad/g, '')
    .replace(/[\s\p{Z}]+/gu, ' ')
    .replaceAll('’', "'")
    .replaceAll('\u2011', '-')
}
