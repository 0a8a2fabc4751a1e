let segmenter: Intl.Segmenter | undefined

/** Made when it is first needed: making it takes 10 ms. */
function graphemesOf(text: string): Intl.Segments {
  segmenter ??= new Intl.Segmenter(undefined, { granularity: 'grapheme' })
  return segmenter.segment(text)
}

const isWide =
  /^(?:\p{Emoji_Presentation}|[\u1100-\u115F\u2E80-\u303E\u3041-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6\u{20000}-\u{3FFFD}])/u
const isPlain = /^[\x20-\x7E]*$/

/** How many columns of a terminal a text takes. */
export function widthOf(text: string): number {
  if (isPlain.test(text)) return text.length
  let width = 0
  for (const { segment } of graphemesOf(text)) width += isWide.test(segment) ? 2 : 1
  return width
}

/** A text of others, made safe for a terminal: in one line, without signs that steer it or turn it around. */
export function visible(text: string): string {
  return text
    .replace(/[\t\r\n]/g, ' ')
    .replace(/[\p{Cc}\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/gu, '\uFFFD')
}

/** Breaks a text between words into lines of at most so many columns; a longer word without spaces, anywhere. */
export function wrap(text: string, columns: number): string[] {
  const lines: string[] = []
  let line = ''
  let width = 0
  const add = (piece: string, space: string) => {
    const wide = widthOf(piece)
    if (line !== '' && width + space.length + wide > columns) {
      lines.push(line)
      line = ''
      width = 0
    }
    line += (line === '' ? '' : space) + piece
    width = widthOf(line)
  }
  for (const word of text.split(/[ \n]+/)) {
    if (isPlain.test(word) || widthOf(word) <= columns) add(word, ' ')
    else
      for (const [index, { segment }] of [...graphemesOf(word)].entries())
        add(segment, index === 0 ? ' ' : '')
  }
  return line === '' ? lines : [...lines, line]
}
