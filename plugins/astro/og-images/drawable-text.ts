/** Can it be drawn, every character of it? */
type Draws = (text: string) => boolean

/**
 * A text as it can be drawn: signs that no font has, such as emoji, are left out. Undefined where a letter, a digit or
 * a punctuation mark is missing from all fonts, or nothing is left: half a word is worse than none.
 */
export function drawableText(text: string, draws: Draws): string | undefined {
  const kept = Array.from(text.normalize('NFC'), (character) => {
    if (/\s/u.test(character)) return ' '
    if (draws(character)) return character
    return /[\p{L}\p{M}\p{N}\p{P}]/u.test(character) && !/[\u{FE00}-\u{FE0F}\u{20E3}]/u.test(character)
      ? undefined
      : ''
  })
  if (kept.includes(undefined)) return undefined
  const words = kept.join('').trim().replace(/ +/g, ' ')
  return /[\p{L}\p{N}]/u.test(words) ? words : undefined
}
