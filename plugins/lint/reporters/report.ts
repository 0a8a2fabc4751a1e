import type { Level } from '../finding.ts'
import type { Rule } from '../rule.ts'
import type { ShownFile, ShownFinding } from '../run/collapse.ts'

/** What is shown of a run, whatever the format. */
export interface Report {
  /** With the paths to open them by. */
  readonly files: readonly ShownFile[]
  /** The rules that ran. */
  readonly rules: readonly Rule[]
  /** How many old findings the baseline hides. */
  readonly hidden: number
  /** Text of a file, by the path in `files`. */
  sourceOf(path: string): string | undefined
  /** Address of a rule's page. */
  urlOf(rule: string): string
  /** How wide lines may be, in columns. */
  readonly columns: number
  /** Dresses a text for a terminal, or leaves it as it is. */
  style(format: 'bold' | 'dim' | 'underline' | 'red' | 'yellow' | 'blue' | 'green', text: string): string
}

/** How many findings there are of each level, those of a rule counted each. */
export function countLevels(files: Report['files']): Record<Level, number> {
  const counts = { error: 0, warning: 0, suggestion: 0 }
  for (const { findings } of files) for (const { level, more } of findings) counts[level] += 1 + more
  return counts
}

/** "1 error, 2 warnings"; nothing for none. */
export function renderCounts(counts: Readonly<Record<Level, number>>): string {
  return (Object.keys(counts) as Level[])
    .filter((level) => counts[level] > 0)
    .map((level) => count(counts[level], level))
    .join(', ')
}

/** "1 file", "2 files". */
export function count(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? '' : 's'}`
}

/** How many other words are listed behind a message, and how long they may be. */
const mostOthers = 8
const longestOther = 40

/** A message, and in brackets what follows in the file: "(3 more below: `ABC`, `DEF`)"; long quotes are only counted. */
export function saidOf({ message, more, others }: ShownFinding): string {
  if (more === 0) return message
  const short = others
    .map((quote) => quote.replace(/[\s`]+/g, ' ').trim())
    .filter((quote) => quote !== '' && quote.length <= longestOther)
  const listed = short.slice(0, mostOthers).map((quote) => `\`${quote}\``)
  const rest = listed.length < others.length ? ' …' : ''
  return `${message} (${more} more below${listed.length > 0 ? `: ${listed.join(', ')}${rest}` : ''})`
}
