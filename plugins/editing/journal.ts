import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Path } from '../../src/calendar/known.ts'
import type { Splice } from '../../src/calendar/splice.ts'
import { writeWhole } from '../../src/write-whole.ts'

/** A move that was made, with what takes it back. */
export interface JournalEntry extends Splice {
  id: string
  /** What was moved, as `findMovable` names it. */
  name: string
  file: string
  path: Path
  /** What was written before; null where nothing was. */
  before: string | null
  after: string
}

/** So many moves can be taken back. */
const depth = 100

const place = (root: string) => join(root, '.coldread/moves.jsonl')

/** Moves that can be taken back, the last one last. A line that cannot be read is none. */
export function readJournal(root: string): JournalEntry[] {
  if (!existsSync(place(root))) return []
  return readFileSync(place(root), 'utf8')
    .split('\n')
    .flatMap((line) => {
      try {
        const entry = JSON.parse(line) as JournalEntry
        const isWhole = [entry?.file, entry?.removed, entry?.inserted].every(
          (each) => typeof each === 'string',
        )
        return isWhole && Array.isArray(entry.path) ? [entry] : []
      } catch {
        return []
      }
    })
}

export function writeJournal(root: string, entries: readonly JournalEntry[]): void {
  const lines = entries.slice(-depth).map((entry) => `${JSON.stringify(entry)}\n`)
  writeWhole(place(root), lines.join(''))
}
