import { byPlace, type Fault } from '../../src/calendar/fault.ts'
import { foldLedger, type Ledger } from '../../src/snippets/ledger/fold-ledger.ts'
import { readLedgerFile, type Statement } from '../../src/snippets/ledger/ledger-line.ts'
import { ContentFaults } from '../astro/content-faults.ts'
import type { Shelf } from './shelf.ts'

/** The ledger as it stands, with every line that is not as it was written. */
export function inspectLedger(shelf: Pick<Shelf, 'ledger'>): {
  ledger: Ledger
  faults: Fault[]
  lines: number
} {
  const statements: Statement[] = []
  const faults: Fault[] = []
  for (const [path, text] of shelf.ledger()) {
    const read = readLedgerFile(path, text)
    for (const each of read.statements) statements.push(each)
    faults.push(...read.faults)
  }
  return { ledger: foldLedger(statements), faults: faults.sort(byPlace), lines: statements.length }
}

/** The ledger. One that is in doubt is not used: its faults are thrown, all in one. */
export function readLedger(shelf: Pick<Shelf, 'ledger'>): Ledger {
  const { ledger, faults } = inspectLedger(shelf)
  if (faults.length > 0) throw new ContentFaults(faults)
  return ledger
}
