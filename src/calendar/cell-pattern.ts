import { nearest } from './nearest.ts'
import type { Read } from './problem.ts'

/** What a cell of a posting tool's file can be filled with, and what it means. */
export const cellFillings = {
  text: 'the words as they are sent, with the link',
  words: 'the words without the link',
  url: "the post's address",
  image: "the image's address",
  alt: 'what the image shows',
  comment: 'the first comment',
  channel: 'name of the channel',
  account: 'name of the account',
  network: 'name of the network',
  id: 'stable name of the snippet',
  year: '2027',
  month: '01 to 12',
  day: '01 to 31',
  hour: '00 to 23',
  minute: '00 to 59',
} as const

export type CellFilling = keyof typeof cellFillings

/** Reads what stands in a cell: text with `{text}`, `{year}` and the like in it. */
export function readCellPattern(written: string): Read<string> {
  const names = Object.keys(cellFillings)
  const wrong = fillingsIn(written).find((name) => !names.includes(name))
  if (wrong === undefined) return written
  const meant = nearest(wrong, names)
  return {
    problem: `nothing fills \`{${wrong}}\``,
    mend: meant
      ? `did you mean \`{${meant}}\`?`
      : `choose from ${names.map((name) => `\`{${name}}\``).join(', ')}`,
  }
}

/** The names in braces of a pattern. */
export function fillingsIn(pattern: string): string[] {
  return [...pattern.matchAll(braced)].map(([, name]) => name as string)
}

/** A pattern with what stands for each name. Values are put in as they are, braces and all. */
export function fillCell(pattern: string, contentOf: (name: CellFilling) => string): string {
  return pattern.replace(braced, (_, name: string) => contentOf(name as CellFilling))
}

const braced = /\{(\w*)\}/g
