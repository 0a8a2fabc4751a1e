/** What is left of a text where signs and spaces are taken out: they differ between a file and its page. */
export function lettersOf(text: string): string {
  return text.replace(/[^\p{L}\p{N}]/gu, '')
}

/** The letters of several pieces in a row, and where each of them stands. */
export interface Letters<P> {
  text: string
  /** By UTF-16 unit of the text: the piece, and the offset in it. */
  places: readonly { piece: P; offset: number }[]
}

/** Lists the letters of pieces. @param textOf words of a piece */
export function listLetters<P>(pieces: Iterable<P>, textOf: (piece: P) => string): Letters<P> {
  let text = ''
  const places: { piece: P; offset: number }[] = []
  for (const piece of pieces)
    for (const { 0: letter, index } of textOf(piece).matchAll(/[\p{L}\p{N}]/gu)) {
      text += letter
      for (let unit = 0; unit < letter.length; unit++) places.push({ piece, offset: index + unit })
    }
  return { text, places }
}

/** Words on a page: the letters of their paragraph, and which of them are meant. */
export interface Words {
  around: string
  /** How many letters of the paragraph stand before them, and how many they have, in UTF-16 units. */
  before: number
  length: number
}

/** Where words stand among letters, as first and last unit: the paragraph where none are meant; undefined where they are not. */
export function findWords(text: string, { around, before, length }: Words): [number, number] | undefined {
  const words = around.slice(before, before + length)
  const meant = words === '' ? around : words
  if (meant === '') return undefined
  const paragraph = text.indexOf(around)
  const at = paragraph === -1 ? text.indexOf(meant) : paragraph + (words === '' ? 0 : before)
  return at === -1 ? undefined : [at, at + meant.length - 1]
}
