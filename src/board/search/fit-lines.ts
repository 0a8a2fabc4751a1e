import { letterWidths } from '../../calendar/letter-widths.ts'

/** Words as they fit into a space, and whether some were cut off. */
export interface Fitted {
  /** As shown; an ellipsis stands for what was cut off. */
  text: string
  isCut: boolean
  /** Of the whole text on one line, in pixels, rounded. */
  width: number
}

/** A space for words: lines of so many pixels, set in Arial of so many. */
export interface Space {
  size: number
  width: number
  lines: number
}

const ellipsis = ' …'

/** Sets a text in lines, broken and cut between words. A word that is longer than a line is broken where the line ends. */
export function fitLines(text: string, { size, width: most, lines }: Space): Fitted {
  const words = text.trim().split(/\s+/)
  const space = widthOf(' ', size)
  const room = most - widthOf(ellipsis, size)
  let line = 1
  let used = 0
  let whole = 0
  /** Words that fit, and those that leave room for an ellipsis. */
  let fits = 0
  let fitsCut = 0
  for (const [index, word] of words.entries()) {
    const width = widthOf(word, size)
    whole += width + (index === 0 ? 0 : space)
    if (line > lines) continue
    if (used > 0 && used + space + width <= most) used += space + width
    else {
      if (used > 0) line++
      for (used = width; used > most; used -= most) line++
    }
    if (line > lines) continue
    fits = index + 1
    if (line < lines || used <= room) fitsCut = index + 1
  }
  const isCut = fits < words.length
  const shown = words.slice(0, fitsCut).join(' ')
  return {
    text: !isCut
      ? words.join(' ')
      : `${shown === '' ? firstLetters(words[0] as string, size, room * lines) : shown}${ellipsis}`,
    isCut,
    width: Math.round(whole),
  }
}

function widthOf(text: string, size: number): number {
  return letterWidths(text, size).reduce((sum, { width }) => sum + width, 0)
}

function firstLetters(word: string, size: number, most: number): string {
  let text = ''
  let used = 0
  for (const { letter, width } of letterWidths(word, size)) {
    used += width
    if (used > most) break
    text += letter
  }
  return text
}
