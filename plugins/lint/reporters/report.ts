import type { Level } from '../finding.ts'
import type { ShownFile } from '../run/collapse.ts'

/** What is shown of a run, whatever the format. */
export interface Report {
  /** With the paths to open them by. */
  readonly files: readonly ShownFile[]
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

/** How many findings there are of each level, those of a kind counted each. */
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

/** "3 more below"; nothing for none. */
export function renderMore(more: number): string {
  return more === 0 ? '' : `${more} more below`
}
