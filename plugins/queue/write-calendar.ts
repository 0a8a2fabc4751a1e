import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { addDays, dayIn } from '../../src/calendar/time.ts'
import { writeWhole } from '../../src/disk.ts'
import { type FeedMemory, feedEvents, feedOf } from '../../src/snippets/calendar-feed.ts'
import { renderCalendar } from '../../src/snippets/formats/calendar-file.ts'
import { beginRun } from '../astro/run.ts'
import { siteAround } from '../astro/site-around.ts'
import { openQueue } from './open-queue.ts'
import { QueueRefusal } from './queue-refusal.ts'
import { readLedger } from './read-ledger.ts'
import { diskShelf } from './shelf.ts'

/** Days ahead that what comes round again is shown for. */
const ahead = 92

/**
 * Writes the editors' calendar: what is planned, scheduled and canceled. It holds what readers must not see yet, so
 * that it never goes into a built site.
 * @param out absolute path of the file
 * @returns how many events it holds
 */
export function writeCalendar(root: string, now: string, out: string): number {
  const folder = siteAround(root, out)
  if (folder !== undefined)
    throw new QueueRefusal(
      `${out} lies in ${folder}, which everybody can read once it is published. Nothing was written. Name a file elsewhere with --out.`,
    )
  const { opened } = beginRun(root, now)
  const { calendar } = opened
  const until = addDays(dayIn(calendar.now, calendar.plan.zone), ahead)
  const { items } = openQueue(root, opened, readLedger(diskShelf(root)), until)
  const memoryFile = join(root, '.coldread/calendar.json')
  const feed = feedOf(feedEvents(calendar, items), readMemory(memoryFile), calendar)
  writeWhole(out, renderCalendar(feed.events, `${calendar.plan.site.name}: calendar`))
  writeWhole(memoryFile, `${JSON.stringify(feed.memory, null, 1)}\n`)
  return feed.events.length
}

function readMemory(path: string): FeedMemory {
  if (!existsSync(path)) return {}
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as FeedMemory
  } catch {
    return {}
  }
}
