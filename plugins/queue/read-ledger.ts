import { byPlace, type Fault } from '../../src/calendar/fault.ts'
import { foldLedger, type Ledger } from '../../src/snippets/ledger/fold-ledger.ts'
import { readLedgerFile, type Statement } from '../../src/snippets/ledger/ledger-line.ts'
import { ContentFaults } from '../astro/content-faults.ts'
import type { Shelf } from './shelf.ts'

/** The ledger as it stands, with every line that is not as it was written. */
export function inspectLedger(shelf: Pick<Shelf, 'ledger' | 'read'>): {
  ledger: Ledger
  faults: Fault[]
  lines: number
} {
  const faults: Fault[] = []
  let lines = 0
  function* statements(): Generator<Statement> {
    for (const path of statesFirst(shelf.ledger())) {
      const read = readLedgerFile(path, shelf.read(path) ?? '')
      faults.push(...read.faults)
      lines += read.statements.length
      yield* read.statements
    }
  }
  const ledger = foldLedger(statements())
  return { ledger, faults: faults.sort(byPlace), lines }
}

/** What was said of exports, then exports: their rows then have their last state at once. The outcome is the same. */
function statesFirst(paths: readonly string[]): string[] {
  const isState = (path: string) => Number(/-[a-z]+-[^/]*$/.test(path))
  return paths.toSorted((a, b) => isState(b) - isState(a))
}

/** The ledger. One that is in doubt is not used: its faults are thrown, all in one. */
export function readLedger(shelf: Pick<Shelf, 'ledger' | 'read'>): Ledger {
  const { ledger, faults } = inspectLedger(shelf)
  if (faults.length > 0) throw new ContentFaults(faults)
  return ledger
}
