import { mostRows } from './records.ts'

/** The lines of a text that are not empty, with their numbers from 1, as far as rows are read: one more than is taken. */
export function* linesIn(text: string): Generator<{ line: number; words: string }> {
  let [number, found] = [0, 0]
  for (let from = 0; from < text.length && found <= mostRows; ) {
    const end = text.indexOf('\n', from)
    const words = text.slice(from, end === -1 ? text.length : end).trim()
    number++
    from = end === -1 ? text.length : end + 1
    if (words === '') continue
    found++
    yield { line: number, words }
  }
}
