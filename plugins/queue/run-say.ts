import { resolve } from 'node:path'
import { openContent } from '../../src/open.ts'
import type { Look } from '../../src/snippets/agenda/look.ts'
import { renderRows, renderStatus } from '../../src/snippets/agenda/render-status.ts'
import { diffQueue } from '../../src/snippets/ledger/diff-queue.ts'
import type { Row } from '../../src/snippets/ledger/fold-ledger.ts'
import { ContentFaults } from '../astro/content-faults.ts'
import { withQueueLock } from './lock-queue.ts'
import { exportNamed, onlyOpen } from './named.ts'
import { openQueue } from './open-queue.ts'
import { inspectLedger, readLedger } from './read-ledger.ts'
import { refusePlace } from './refuse-place.ts'
import { refuseMadeUpTime } from './refuse-times.ts'
import { reprint } from './reprint.ts'
import type { Saying } from './say.ts'
import { diskShelf } from './shelf.ts'
import { timeOf } from './time-of.ts'

/** Which site, and when. */
export interface At {
  root: string
  now: string
  /** The time may be made up. */
  rehearsal?: boolean | undefined
}

/**
 * Says something of the ledger, alone. The content may be in whatever state.
 * @param say is given the rows that someone was asked to delete in a tool, once it asks; none where content has faults
 */
export function runSaying(
  { root, now, rehearsal }: At,
  say: (saying: Saying, gone: () => readonly Row[]) => string,
): string {
  return withQueueLock(root, () => {
    const { instant } = timeOf(root, now)
    refuseMadeUpTime(instant, rehearsal)
    const shelf = diskShelf(root)
    const ledger = readLedger(shelf)
    const gone = () => {
      const content = openContent(root, now)
      if ('faults' in content) return []
      const { items } = openQueue(root, content.opened, ledger)
      const { channels } = content.opened.calendar.plan
      return diffQueue(items, ledger, { now: instant, channels }).leaving
    }
    return say({ ledger, shelf, now: instant }, gone)
  })
}

/** Writes the files of an export again. */
export function runReprint({ root, now }: At, name: string | undefined, out: string): string {
  refusePlace(root, out)
  const shelf = diskShelf(root)
  const ledger = readLedger(shelf)
  const handover = name === undefined ? onlyOpen(ledger) : exportNamed(ledger, name)
  reprint(handover, ledger, resolve(out), shelf, timeOf(root, now).instant)
  const files = handover.files.map((file) => `  ${out.replace(/[/\\]+$/, '')}/${file.name}`)
  return [
    ...files,
    '',
    'Upload it only if it was not uploaded yet: a second time posts it twice.',
    `Once it is uploaded: npm run queue -- confirm ${handover.name}`,
  ].join('\n')
}

/** All exports, and how they stand; of one that is named, its rows. */
export function runStatus({ root, now }: At, name: string | undefined, look: Look): string {
  const time = timeOf(root, now)
  const ledger = readLedger(diskShelf(root))
  return name === undefined
    ? renderStatus(ledger, time, time.zone, look)
    : renderRows(exportNamed(ledger, name), time, time.zone, look)
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
