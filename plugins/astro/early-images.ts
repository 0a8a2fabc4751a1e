import { copyFileSync, mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { dayIn } from '../../src/calendar/time.ts'
import type { Opened } from '../../src/open.ts'
import { isPosted } from '../../src/snippets/agenda/agenda-states.ts'
import type { Ledger } from '../../src/snippets/ledger/fold-ledger.ts'
import { imageName, type QueueItem } from '../../src/snippets/queue-item.ts'
import { lastDay, planItems } from '../queue/open-queue.ts'
import { inspectLedger } from '../queue/read-ledger.ts'
import { diskShelf } from '../queue/shelf.ts'

/**
 * Brings the images of snippets that were handed over, or are due soon, into the built site, below `m/`: posting tools
 * fetch them from there, often before the post is live.
 * @param folder absolute path of the built site
 * @param root absolute path of the folder that holds `content/`
 * @returns their paths in the built site
 */
export function placeEarlyImages(folder: string, root: string, opened: Opened): Set<string> {
  const placed = new Set<string>()
  if (!opened.calendar.posts.some(hasImages)) return placed
  const { ledger } = inspectLedger(diskShelf(root))
  for (const { image } of planItems(root, opened, ledger).filter(isNeeded(opened, ledger))) {
    if (!image) continue
    const file = `m/${imageName(image)}`
    mkdirSync(dirname(join(folder, file)), { recursive: true })
    copyFileSync(join(root, image.path), join(folder, file))
    placed.add(file)
  }
  return placed
}

/**
 * When an image next is no longer due, or is for the first time, though nobody changed anything: an RFC 3339 instant in
 * UTC, at which a snippet with an image goes out. Undefined where none does; days that begin are not counted.
 */
export function nextImageTurn(root: string, opened: Opened): string | undefined {
  if (!opened.calendar.posts.some(hasImages)) return undefined
  const { ledger } = inspectLedger(diskShelf(root))
  const after = opened.calendar.now.instant
  return planItems(root, opened, ledger)
    .flatMap(({ image, at }) => (image && at && at.instant > after ? [at.instant] : []))
    .sort()[0]
}

function hasImages({ snippets }: Opened['calendar']['posts'][number]): boolean {
  return Object.values(snippets).some((own) => own.some(({ image }) => image))
}

function isNeeded(opened: Opened, { active }: Ledger): (item: QueueItem) => boolean {
  const { now, plan } = opened.calendar
  const handedOver = new Set([...active.values()].flatMap((rows) => rows.map(({ image }) => image)))
  const last = lastDay(opened)
  const isDue = ({ at }: QueueItem) => at && at.instant > now.instant && dayIn(at, plan.zone) <= last
  return (item) =>
    item.image !== undefined &&
    isPosted(item) &&
    (handedOver.has(imageName(item.image)) || (item.problems.length === 0 && isDue(item) === true))
}
