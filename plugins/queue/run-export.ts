import { randomBytes } from 'node:crypto'
import { resolve } from 'node:path'
import { planFile } from '../../src/calendar/sources.ts'
import type { Look } from '../../src/snippets/agenda/look.ts'
import { renderExport } from '../../src/snippets/agenda/render-export.ts'
import { openFormat, unknownFormat } from '../../src/snippets/formats.ts'
import { ContentFaults } from '../astro/content-faults.ts'
import { beginRun } from '../astro/run.ts'
import { commitsBehind } from './behind-upstream.ts'
import { exportQueue } from './export-queue.ts'
import { withQueueLock } from './lock-queue.ts'
import { lastDay, openQueue } from './open-queue.ts'
import { fieldPlace } from './place-of.ts'
import { QueueRefusal } from './queue-refusal.ts'
import { readLedger } from './read-ledger.ts'
import { notIn } from './reprint.ts'
import { knownChannels, type QueueWish } from './run-agenda.ts'
import { diskShelf } from './shelf.ts'

/** What is asked of an export. */
export interface ExportOptions extends QueueWish {
  format: string
  /** Folder for the files. */
  out: string
  /** Do not ask whether the upstream of the checkout is ahead. */
  offline?: boolean
}

/** Makes an export of a site's queue, and says what it came to. */
export function runExport(options: ExportOptions, look: Look): string {
  const { root, now, out, offline } = options
  const behind = offline ? 0 : commitsBehind(root)
  if (behind > 0)
    throw new QueueRefusal(
      `Your checkout is ${behind === 1 ? '1 commit' : `${behind} commits`} behind its upstream, where something may have been handed over. Nothing was written. Run git pull first, or say --offline.`,
    )
  return withQueueLock(root, () => {
    const { opened } = beginRun(root, now)
    const { calendar, sources } = opened
    const { plan } = calendar
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
    const { items } = openQueue(root, opened, ledger, until)
    const folder = resolve(out)
    const wish = { format, context: plan, now: calendar.now, until, channels }
    const salt = randomBytes(4).toString('hex')
    const exported = exportQueue(items, ledger, { ...wish, id: options.format, out: folder, salt }, shelf)
    const place = `${out.replace(/[/\\]+$/, '')}/`
    const lost = notIn(ledger.handovers, folder, shelf)
    return renderExport({ ...exported, ...wish, place, lost }, look)
  })
}
