import { randomBytes } from 'node:crypto'
import { join, resolve } from 'node:path'
import { ledgerFolder, planFile } from '../../src/calendar/sources.ts'
import type { Look } from '../../src/snippets/agenda/look.ts'
import { renderExport } from '../../src/snippets/agenda/render-export.ts'
import { openFormat, ownFormat, unknownFormat } from '../../src/snippets/formats.ts'
import { ContentFaults } from '../astro/content-faults.ts'
import { beginRun } from '../astro/run.ts'
import { exportQueue } from './export-queue.ts'
import { withQueueLock } from './lock-queue.ts'
import { lastDay, openQueue } from './open-queue.ts'
import { fieldPlace, placeFinder } from './place-of.ts'
import { QueueRefusal } from './queue-refusal.ts'
import { readLedger } from './read-ledger.ts'
import { refusePlace } from './refuse-place.ts'
import { refuseMadeUpTime } from './refuse-times.ts'
import { notIn } from './reprint.ts'
import { knownChannels, type QueueWish } from './run-agenda.ts'
import { diskShelf } from './shelf.ts'
import { sweepParts } from './sweep-parts.ts'
import { hasUpstream, refuseBehindUpstream } from './upstream.ts'

/** What is asked of an export. */
export interface ExportOptions extends QueueWish {
  format: string
  /** Folder for the files. */
  out: string
  /** Do not ask the upstream of the checkout whether it is ahead. */
  offline?: boolean
  /** The time may be made up. */
  rehearsal?: boolean
}

/** Makes an export of a site's queue, and says what it came to. */
export function runExport(options: ExportOptions, look: Look): string {
  const { root, now, out, offline } = options
  refusePlace(root, out)
  const isView = ownFormat(options.format)?.isView === true
  if (!offline && !isView) refuseBehindUpstream(root)
  return withQueueLock(root, () => {
    const { opened } = beginRun(root, now)
    const { calendar, sources } = opened
    const { plan } = calendar
    if (!isView) refuseMadeUpTime(calendar.now.instant, options.rehearsal)
    const shelf = diskShelf(root)
    const ledger = readLedger(shelf)
    const format = openFormat(options.format, plan, (path) => shelf.read(path))
    if (!format) throw new QueueRefusal(unknownFormat(options.format, plan), 2)
    if (Array.isArray(format))
      throw new ContentFaults(
        format.map(({ field, what, mend }) => ({ ...fieldPlace(sources, planFile, field), what, mend })),
      )
    const until = options.until ?? lastDay(opened)
    const channels = knownChannels(options.channel, plan)
    const { items, warnings } = openQueue(root, opened, ledger, until)
    const folder = resolve(out)
    for (const each of [join(root, ledgerFolder), folder]) sweepParts(each)
    const wish = { format, context: plan, now: calendar.now, until, channels }
    const salt = randomBytes(4).toString('hex')
    const exported = exportQueue(items, ledger, { ...wish, id: options.format, out: folder, salt }, shelf)
    const isShared = hasUpstream(root)
    const place = `${out.replace(/[/\\]+$/, '')}/`
    const lost = notIn(ledger.handovers, folder, shelf)
    const placeOf = placeFinder(sources)
    return renderExport({ ...exported, ...wish, warnings, placeOf, place, lost, ledger, isShared }, look)
  })
}
