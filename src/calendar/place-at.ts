import type { Place } from './fault.ts'

/** The place of an offset (UTF-16 units) in a file's text. */
export function placeAt(file: string, text: string, offset: number): Place {
  const before = text.slice(0, offset)
  return { file, line: before.split('\n').length, column: offset - before.lastIndexOf('\n') }
}
