import type { Moment } from '../../calendar/time.ts'
import type { QueueItem } from '../queue-item.ts'
import { isAhead, type Ledger, type Row } from './fold-ledger.ts'
import { type Recognition, recognize } from './recognize.ts'

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
  /** Not to be handed over as it stands: no time, or something in the way. */
  faulty: readonly { item: QueueItem; row?: Row }[]
  /** Rows of what was changed, canceled, or has something in the way: a tool that has them would send them. */
  leaving: readonly Row[]
}

/**
 * Compares a queue with the ledger.
 * @param from RFC 3339 instant: what goes out before it can no longer be handed over; now, plus a tool's lead time
 */
export function diffQueue(
  items: readonly QueueItem[],
  ledger: Pick<Ledger, 'active'>,
  known: Recognition,
  from = known.now,
): Difference {
  const { now } = known
  const difference = {
    add: [] as TimedItem[],
    change: [] as Pair[],
    cancel: [] as Row[],
    unchanged: [] as Pair[],
    past: [] as Pair<QueueItem>[],
    missed: [] as TimedItem[],
    faulty: [] as { item: QueueItem; row?: Row }[],
  }
  const rowOf = recognize(items, ledger, known)
  for (const item of items) {
    const row = rowOf.get(item)
    if (row && !isAhead(row, now)) difference.past.push({ item, row })
    else if (!isTimed(item)) difference.faulty.push({ item, ...(row && { row }) })
    else if (!row && item.at.instant < from) difference.missed.push(item)
    else if (item.problems.length > 0) difference.faulty.push({ item, ...(row && { row }) })
    else if (!row) difference.add.push(item)
    else if (row.hash === item.hash && row.at.instant === item.at.instant)
      difference.unchanged.push({ item, row })
    else difference.change.push({ item, row })
  }
  const ofItems = new Set(rowOf.values())
  for (const rows of ledger.active.values())
    for (const row of rows) if (isAhead(row, now) && !ofItems.has(row)) difference.cancel.push(row)
  const { change, cancel, faulty } = difference
  const leaving = [
    ...change.map(({ row }) => row),
    ...cancel,
    ...faulty.flatMap(({ row }) => (row ? [row] : [])),
  ]
  return { ...difference, leaving }
}

function isTimed(item: QueueItem): item is TimedItem {
  return item.at !== undefined
}
