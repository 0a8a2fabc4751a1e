import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { addDays, dayIn } from '../../src/calendar/time.ts'
import { type FeedMemory, feedEvents, feedOf } from '../../src/snippets/calendar-feed.ts'
import { renderCalendar } from '../../src/snippets/formats/calendar-file.ts'
import { writeWhole } from '../../src/write-whole.ts'
import { beginRun } from '../astro/run.ts'
import { explainDisk } from './explain-disk.ts'
import { openQueue } from './open-queue.ts'
import { QueueRefusal } from './queue-refusal.ts'
import { readLedger } from './read-ledger.ts'
import { refusePlace } from './refuse-place.ts'
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
  refusePlace(root, dirname(out))
  const { opened } = beginRun(root, now)
  const { calendar } = opened
  const until = addDays(dayIn(calendar.now, calendar.plan.zone), ahead)
  const { items } = openQueue(root, opened, readLedger(diskShelf(root)), until)
  const memoryFile = join(root, '.coldread/calendar.json')
  const feed = feedOf(feedEvents(calendar, items), readMemory(memoryFile), calendar)
  const files = [
    [out, renderCalendar(feed.events, `${calendar.plan.site.name}: calendar`)],
    [memoryFile, `${JSON.stringify(feed.memory, null, 1)}\n`],
  ] as const
  for (const [path, text] of files)
    try {
      writeWhole(path, text)
    } catch (error) {
      throw new QueueRefusal(`${path} was not written: ${explainDisk(error)}.`)
    }
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
