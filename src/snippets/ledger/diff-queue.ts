import type { Moment } from '../../calendar/time.ts'
import type { QueueItem } from '../queue-item.ts'
import type { Ledger, Row } from './fold-ledger.ts'
import { recognize } from './recognize.ts'

/** An item with the time that it goes out at. */
export type TimedItem = QueueItem & { at: Moment }

/** An item and what was handed over of it. */
export interface Pair<I extends QueueItem = TimedItem> {
  item: I
  row: Row
}

/** What is wanted, held against what was handed over. Every item is in one list, and so is every row that is ahead. */
export interface Difference {
  /** Never handed over. */
  add: readonly TimedItem[]
  /** Handed over otherwise than it is wanted now. */
  change: readonly Pair[]
  /** Handed over, and no longer wanted. */
  cancel: readonly Row[]
  /** Handed over as it is wanted. */
  unchanged: readonly Pair[]
  /** Handed over, and its time has passed: what was changed since makes no difference. */
  past: readonly Pair<QueueItem>[]
  /** Never handed over, and too late now. */
  missed: readonly TimedItem[]
  /** Not to be handed over as it stands: no time, or something in the way. A row of it stays. */
  faulty: readonly { item: QueueItem; row?: Row }[]
}

/**
 * Compares a queue with the ledger.
 * @param now RFC 3339 instant
 * @param earliest what goes out before this instant can no longer be handed over; `now` plus the tool's lead time
 */
export function diffQueue(
  items: readonly QueueItem[],
  ledger: Pick<Ledger, 'active'>,
  now: string,
  earliest: string,
): Difference {
  const difference = {
    add: [] as TimedItem[],
    change: [] as Pair[],
    cancel: [] as Row[],
    unchanged: [] as Pair[],
    past: [] as Pair<QueueItem>[],
    missed: [] as TimedItem[],
    faulty: [] as { item: QueueItem; row?: Row }[],
  }
  const rowOf = recognize(items, ledger, now)
  for (const item of items) {
    const row = rowOf.get(item)
    if (row && row.at.instant <= now) difference.past.push({ item, row })
    else if (!isTimed(item)) difference.faulty.push({ item, ...(row && { row }) })
    else if (!row && item.at.instant < earliest) difference.missed.push(item)
    else if (item.problems.length > 0) difference.faulty.push({ item, ...(row && { row }) })
    else if (!row) difference.add.push(item)
    else if (row.hash === item.hash && row.at.instant === item.at.instant)
      difference.unchanged.push({ item, row })
    else difference.change.push({ item, row })
  }
  const known = new Set(rowOf.values())
  for (const rows of ledger.active.values())
    for (const row of rows) if (row.at.instant > now && !known.has(row)) difference.cancel.push(row)
  return difference
}

function isTimed(item: QueueItem): item is TimedItem {
  return item.at !== undefined
}
