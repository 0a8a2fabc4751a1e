/**
 * The shortest end of a text that a short form may stand for, after Schwartz and Hearst (2003): its letters stand in
 * the text in their order, and the first of them begins a word. Undefined where they do not.
 */
export function longFormBefore(short: string, text: string): string | undefined {
  let at = text.length - 1
  const letters = lettersOf(short)
  const lower = text.toLowerCase()
  for (let index = letters.length - 1; index >= 0; index--) {
    const letter = letters[index] as string
    while (at >= 0 && (lower[at] !== letter || (index === 0 && at > 0 && isLetter(lower[at - 1] as string))))
      at--
    if (at < 0) return undefined
    at--
  }
  const long = text.slice(at + 1).trim()
  const isLonger = long.length > short.length && long.toLowerCase() !== short.toLowerCase()
  return isLonger && !long.split(/[\s-]+/).includes(short) ? long : undefined
}

/** The beginning of a text that a short form may stand for: its words begin with the letters in their order, small words may be left out. */
export function longFormAfter(short: string, text: string): string | undefined {
  const letters = lettersOf(short)
  const words = [...text.matchAll(/[\p{L}\p{N}]+/gu)].slice(0, letters.length * 2 + 2)
  let next = 0
  let inside = 0
  for (const { 0: word, index } of words) {
    const lower = word.toLowerCase()
    if (lower[0] === letters[next]) {
      next++
      inside = 1
      while (next < letters.length && words.length < letters.length && inside < lower.length) {
        if (lower[inside] === letters[next]) next++
        inside++
      }
    } else if (word.length === 1) continue
    else if (next === 0 && !small.has(lower)) return undefined
    else if (next > 0 && !small.has(lower) && !lower.includes(letters[next] ?? '')) return undefined
    if (next >= letters.length) return text.slice(0, index + word.length)
  }
  return undefined
}

const small = new Set([
  'a',
  'an',
  'and',
  'as',
  'at',
  'by',
  'for',
  'in',
  'of',
  'on',
  'or',
  'the',
  'to',
  'with',
])

/** The letters of a short form that its words must have: digits and a plural's `s` are none. */
export function lettersOf(short: string): string[] {
  const bare = /\p{Lu}s$/u.test(short) ? short.slice(0, -1) : short
  return [...bare.toLowerCase()].filter((character) => /\p{L}/u.test(character))
}

function isLetter(character: string): boolean {
  return /[\p{L}\p{N}]/u.test(character)
}
