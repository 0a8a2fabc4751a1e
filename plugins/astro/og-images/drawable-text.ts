/** Can it be drawn? */
type Draws = (character: string) => boolean

/** What changes the letters around it and needs no picture of its own, where a script uses it. */
const joiners = '\u200C\u200D'

/**
 * A text as it can be drawn: signs that no font has, such as emoji, are left out. Undefined where a letter, a digit or
 * a punctuation mark is missing from all fonts, or no word is left: half a question is worse than none.
 */
export function drawableText(text: string, draws: Draws): string | undefined {
  const kept = Array.from(text.normalize('NFC'), (character) => {
    if (/\s/u.test(character)) return ' '
    if (/\p{C}/u.test(character) && !joiners.includes(character)) return ''
    if (draws(character)) return character
    return /[\p{L}\p{M}\p{N}\p{P}]/u.test(character) && !isOfEmoji(character) ? undefined : ''
  })
  if (kept.includes(undefined)) return undefined
  const words = kept.join('').trim().replace(/ +/g, ' ')
  const closed = kept.includes('') ? words.replace(/ (?=[?!.,;:…])/g, '') : words
  return /[\p{L}\p{N}]/u.test(closed) ? closed : undefined
}

/** Marks that make an emoji of the character before them. */
function isOfEmoji(character: string): boolean {
  return /[\u{FE00}-\u{FE0F}\u{20E3}]/u.test(character)
}
