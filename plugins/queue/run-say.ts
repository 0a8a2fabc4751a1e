import { resolve } from 'node:path'
import type { Look } from '../../src/snippets/agenda/look.ts'
import { renderStatus } from '../../src/snippets/agenda/render-status.ts'
import { diffQueue } from '../../src/snippets/ledger/diff-queue.ts'
import type { Row } from '../../src/snippets/ledger/fold-ledger.ts'
import { ContentFaults } from '../astro/content-faults.ts'
import { beginRun } from '../astro/run.ts'
import { withQueueLock } from './lock-queue.ts'
import { exportNamed, onlyOpen } from './named.ts'
import { openQueue } from './open-queue.ts'
import { inspectLedger, readLedger } from './read-ledger.ts'
import { reprint } from './reprint.ts'
import type { Saying } from './say.ts'
import { diskShelf } from './shelf.ts'

/** Which site, and when. */
export interface At {
  root: string
  now: string
}

/**
 * Says something of the ledger, alone.
 * @param say is given the rows that someone was asked to delete in a tool, once it asks
 */
export function runSaying(
  { root, now }: At,
  say: (saying: Saying, gone: () => readonly Row[]) => string,
): string {
  return withQueueLock(root, () => {
    const { opened } = beginRun(root, now)
    const shelf = diskShelf(root)
    const ledger = readLedger(shelf)
    const { instant } = opened.calendar.now
    const gone = () => {
      const { change, cancel } = diffQueue(openQueue(root, opened, ledger).items, ledger, instant, instant)
      return [...change.map(({ row }) => row), ...cancel]
    }
    return say({ ledger, shelf, now: instant }, gone)
  })
}

/** Writes the files of an export again. */
export function runReprint(root: string, name: string | undefined, out: string): string {
  const shelf = diskShelf(root)
  const ledger = readLedger(shelf)
  const handover = name === undefined ? onlyOpen(ledger) : exportNamed(ledger, name)
  reprint(handover, resolve(out), shelf)
  const files = handover.files.map((file) => `  ${out.replace(/[/\\]+$/, '')}/${file.name}`)
  return `${files.join('\n')}\n\nOnce it is uploaded: npm run queue -- confirm ${handover.name}`
}

/** All exports, and how they stand. */
export function runStatus({ root, now }: At, look: Look): string {
  const { calendar } = beginRun(root, now).opened
  return renderStatus(readLedger(diskShelf(root)), calendar.now, calendar.plan.zone, look)
}

/** Reads every line of the ledger, and says what does not fit. Faults are thrown. */
export function runVerify(root: string): { said: string; isWhole: boolean } {
  const { ledger, faults, lines } = inspectLedger(diskShelf(root))
  if (faults.length > 0) throw new ContentFaults(faults)
  const { handovers, oddities } = ledger
  const rows = handovers.reduce((sum, handover) => sum + handover.rows.length, 0)
  const whole = `${lines} lines are as they were written: ${handovers.length === 1 ? '1 export' : `${handovers.length} exports`}, ${rows} rows.`
  return { said: [whole, ...oddities.map((each) => `- ${each}`)].join('\n'), isWhole: oddities.length === 0 }
}
