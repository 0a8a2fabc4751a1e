const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })
const wide =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\uff01-\uff60]|\p{Extended_Pictographic}|\p{Regional_Indicator}/u

/** Words on one line of a terminal, at most so many columns wide; what is cut off leaves an ellipsis. */
export function cut(words: string, columns: number): string {
  const line = words.replace(/[\s\p{Cc}]+/gu, ' ').trim()
  let text = ''
  let width = 0
  for (const { segment, index } of graphemes.segment(line)) {
    width += widthOf(segment)
    const isLast = index + segment.length === line.length
    if (width > columns - (isLast ? 0 : 1)) return `${text.trimEnd()}…`
    text += segment
  }
  return text
}

/** The same, filled up with spaces. */
export function cell(words: string, columns: number): string {
  const text = cut(words, columns)
  let width = 0
  for (const { segment } of graphemes.segment(text)) width += widthOf(segment)
  return text + ' '.repeat(Math.max(0, columns - width))
}

function widthOf(grapheme: string): number {
  return wide.test(grapheme) ? 2 : 1
}
