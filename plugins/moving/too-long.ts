import type { Fault } from '../../src/calendar/fault.ts'

/** The longest text of a post that is moved, in UTF-16 units: no longer one is read from a blog either. */
const longest = 1_000_000

/** The fault of a post whose text is too long to be moved; undefined where it is not. */
export function tooLong(text: string, title: string, file: string, line: number): Fault | undefined {
  if (text.length <= longest) return undefined
  return {
    file,
    line,
    column: 1,
    what: `“${title}” has ${(text.length / 1_000_000).toFixed(1)} million characters`,
    mend: `at most ${longest / 1_000_000} million are moved: split it, and keep images in files of their own`,
  }
}
