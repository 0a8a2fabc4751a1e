import { byPlace, type Place } from '../../src/calendar/fault.ts'
import { momentOf } from '../../src/calendar/time.ts'
import { type Due, type DueAddress, dueAddresses } from '../../src/snippets/due-addresses.ts'
import type { ItemProblem, QueueItem } from '../../src/snippets/queue-item.ts'
import { beginRun } from '../astro/run.ts'
import { visitAll } from '../links/visit-all.ts'
import type { Visit } from '../links/visit-link.ts'
import { openQueue } from './open-queue.ts'
import { placeFinder } from './place-of.ts'
import { readLedger } from './read-ledger.ts'
import { diskShelf } from './shelf.ts'

/** Hours that are looked ahead. */
const hours = 48

/** Looks whether what goes out soon leads to something, and shows something. */
export async function checkAddresses(
  { root, now }: { root: string; now: string },
  onVisit: (done: number, all: number) => void = () => {},
): Promise<{ said: string; isWhole: boolean }> {
  const { opened } = beginRun(root, now)
  const { calendar, sources } = opened
  const { items } = openQueue(root, opened, readLedger(diskShelf(root)))
  const due = dueAddresses(items, calendar.now.instant, calendar.plan.site.url, hours)
  const visits = await visitAll(
    due.now.map(({ url }) => url),
    onVisit,
  )
  return renderCheck(due, visits, calendar.plan.zone, placeFinder(sources))
}

/** What of it has to be mended, and what is not there yet. */
export function renderCheck(
  due: Due,
  visits: ReadonlyMap<string, Visit>,
  zone: string,
  placeOf: (item: QueueItem, field: ItemProblem['field']) => Place,
): { said: string; isWhole: boolean } {
  const found = due.now.flatMap(({ url, kind, items }) =>
    items.flatMap((item) => {
      const what = whatIsWrong(url, kind, visits.get(url))
      const field = kind === 'image' ? [...item.field, 'image'] : item.field
      return what === undefined ? [] : [{ ...placeOf(item, field), what }]
    }),
  )
  const lines = found
    .sort(byPlace)
    .map(({ file, line, column, what }) => `${file}:${line}:${column}  ${what}`)
  const waiting = due.later.map(({ url, from }) => {
    const { local } = momentOf(Temporal.Instant.from(from).toZonedDateTimeISO(zone))
    return `${url} can be there from ${local.replace('T', ' ')} on.`
  })
  const there = due.now.filter(({ url }) => visits.get(url)?.is === 'there').length
  const summary = `${there} of ${due.now.length} addresses that are due within ${hours} hours are there.`
  return {
    said: [...lines, ...waiting, summary].join('\n'),
    isWhole: ![...visits.values()].some(({ is }) => is === 'gone'),
  }
}

function whatIsWrong(url: string, kind: DueAddress['kind'], visit: Visit | undefined): string | undefined {
  switch (visit?.is) {
    case 'gone':
      return kind === 'image'
        ? `${url} is not there: ${visit.why} — publish the site, which holds the images of what goes out`
        : `${url} is gone: ${visit.why} — link to something else, or drop the link`
    case 'moved':
      return `${url} has moved — link to ${visit.to}`
    case 'unsure':
      return `${url} cannot be told: ${visit.why} — open it and see`
    default:
      return undefined
  }
}
