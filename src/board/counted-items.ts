import type { Moment } from '../calendar/time.ts'
import type { QueueItem } from '../snippets/queue-item.ts'
import type { BoardData } from './board-data.ts'

/** Something that goes out, or went out, at a time. */
export type CountedItem = QueueItem & { at: Moment }

/**
 * What counts as gone out or going out: all that is planned, without what is held back and what was never handed over.
 * Before the first export nothing could be handed over, so what was planned until then counts.
 */
export function countedItems({ queue: { items, states, ledger } }: Pick<BoardData, 'queue'>): CountedItem[] {
  const first = ledger.handovers.reduce<string | undefined>(
    (earliest, { at }) => (earliest !== undefined && earliest < at ? earliest : at),
    undefined,
  )
  return items.filter((item): item is CountedItem => {
    if (!item.at) return false
    const state = states.get(item)
    if (state === 'missed') return first === undefined || item.at.instant < first
    return state !== 'problem'
  })
}
