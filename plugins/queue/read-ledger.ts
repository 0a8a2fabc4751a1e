import { byPlace, type Fault } from '../../src/calendar/fault.ts'
import { ledgerFolder } from '../../src/calendar/sources.ts'
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
  const paths = new Set(shelf.ledger())
  /** Files that speak of an export which another one holds, by its name. */
  const speakers = new Map<string, string>()
  let lines = 0
  function* statements(): Generator<Statement> {
    for (const path of statesFirst([...paths])) {
      const read = readLedgerFile(path, shelf.read(path) ?? '')
      faults.push(...read.faults)
      lines += read.statements.length
      for (const { export: name } of saidLater(read.statements)) speakers.set(name, path)
      yield* read.statements
    }
  }
  const ledger = foldLedger(statements())
  for (const [name, file] of speakers) {
    const own = `${ledgerFolder}/${name}.jsonl`
    if (!paths.has(own))
      faults.push({
        file,
        line: 1,
        column: 1,
        what: `this speaks of \`${name}\`, and \`${own}\`, which says what that held, is not there`,
        mend: 'take that file back from version control, or add it where the export was made; nothing is handed over while the ledger is in doubt',
      })
  }
  return { ledger, faults: faults.sort(byPlace), lines }
}

/** What is said of exports that other files hold; the rest of a file that makes an export is its own. */
function saidLater(statements: readonly Statement[]): readonly Statement[] {
  return statements[0]?.type === 'export' ? [] : statements
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
