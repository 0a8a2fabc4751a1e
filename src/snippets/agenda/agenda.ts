import type { Calendar } from '../../calendar/calendar.ts'
import type { Place } from '../../calendar/fault.ts'
import type { LeveledProblem } from '../check-item.ts'
import type { Ledger } from '../ledger/fold-ledger.ts'
import type { ItemProblem, QueueItem } from '../queue-item.ts'

/** A part of the queue, and what it is looked at with. */
export interface Agenda {
  calendar: Pick<Calendar, 'plan' | 'now' | 'activities'>
  /** The whole queue, by time. */
  items: readonly QueueItem[]
  /** What to think about, by id. */
  warnings: ReadonlyMap<string, readonly LeveledProblem[]>
  ledger: Ledger
  /** First and last day, in the plan's zone. */
  from: string
  until: string
  /** Undefined means all. */
  channels?: readonly string[] | undefined
  /** Where a value of an item's entry stands. */
  placeOf(item: QueueItem, field: ItemProblem['field']): Place
}
