import type { Moment } from '../../calendar/time.ts'
import type { QueueItem } from '../queue-item.ts'
import type { Ledger, Row } from './fold-ledger.ts'

/** An item with the time that it goes out at. */
export type TimedItem = QueueItem & { at: Moment }

/** What is wanted, held against what was handed over. */
export interface Difference {
  /** Never handed over. */
  add: readonly TimedItem[]
  /** Handed over otherwise than it is wanted now. */
  change: readonly { item: TimedItem; row: Row }[]
  /** Handed over, and no longer wanted. */
  cancel: readonly Row[]
  /** Handed over as it is wanted. */
  unchanged: readonly { item: TimedItem; row: Row }[]
  /** Handed over, and gone out by now: what was changed since makes no difference. */
  past: readonly { item: TimedItem; row: Row }[]
  /** Never handed over, and too late now. */
  missed: readonly TimedItem[]
  /** Not to be handed over as it stands: no time, or something in the way. */
  faulty: readonly QueueItem[]
}

/**
 * Compares a queue with the ledger. Something handed over is recognized by its id, and by its words where ids moved
 * because something was put in before it: the same words are never handed over twice to one channel for one post.
 * @param now RFC 3339 instant
 * @param earliest what goes out before this instant can no longer be handed over; `now` plus the tool's lead time
 */
export function diffQueue(
  items: readonly QueueItem[],
  ledger: Ledger,
  now: string,
  earliest: string,
): Difference {
  const difference = {
    add: [] as TimedItem[],
    change: [] as { item: TimedItem; row: Row }[],
    cancel: [] as Row[],
    unchanged: [] as { item: TimedItem; row: Row }[],
    past: [] as { item: TimedItem; row: Row }[],
    missed: [] as TimedItem[],
    faulty: [] as QueueItem[],
  }
  const rowOf = recognize(items, ledger)
  for (const item of items) {
    const row = rowOf.get(item)
    if (!isTimed(item) || item.problems.length > 0) {
      difference.faulty.push(item)
      continue
    }
    if (!row) (item.at.instant < earliest ? difference.missed : difference.add).push(item)
    else if (row.at.instant <= now) difference.past.push({ item, row })
    else if (row.hash === item.hash && row.at.instant === item.at.instant)
      difference.unchanged.push({ item, row })
    else difference.change.push({ item, row })
  }
  const known = new Set(rowOf.values())
  for (const rows of ledger.active.values())
    for (const row of rows) if (!known.has(row) && row.at.instant > now) difference.cancel.push(row)
  return difference
}

function isTimed(item: QueueItem): item is TimedItem {
  return item.at !== undefined
}

/** The row of each item that was handed over: same id and words first, then same words, then same id. */
function recognize(items: readonly QueueItem[], { active }: Ledger): Map<QueueItem, Row> {
  const found = new Map<QueueItem, Row>()
  const free = new Set([...active.values()].flat())
  const take = (item: QueueItem, row: Row | undefined) => {
    if (!row) return
    found.set(item, row)
    free.delete(row)
  }
  for (const item of items)
    take(
      item,
      active.get(item.id)?.find((row) => row.hash === item.hash),
    )
  const byWords = Map.groupBy(free, (row) => `${postOf(row.id)} ${row.hash}`)
  for (const item of items) {
    if (found.has(item)) continue
    const alike = (byWords.get(`${postOf(item.id)} ${item.hash}`) ?? []).filter((row) => free.has(row))
    take(item, alike.find(({ at }) => at.instant === item.at?.instant) ?? alike[0])
  }
  for (const item of items)
    if (!found.has(item))
      take(
        item,
        active.get(item.id)?.find((row) => free.has(row)),
      )
  return found
}

/** The post, or the file of activities, that an id belongs to. */
function postOf(id: string): string {
  const steps = id.split('/')
  return steps[0] === 'activity' ? steps.slice(0, -2).join('/') : (steps[0] as string)
}
