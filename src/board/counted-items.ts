import type { Moment } from '../calendar/time.ts'
import type { QueueItem } from '../snippets/queue-item.ts'
import type { BoardData } from './board-data.ts'
import { isLost } from './parts/is-lost.ts'

/** Something that goes out, or went out, at a time. */
export type CountedItem = QueueItem & { at: Moment }

/** What counts as gone out or going out: all that is planned, without what is held back and what was lost. */
export function countedItems({ queue }: Pick<BoardData, 'queue'>): CountedItem[] {
  const isCounted = (item: QueueItem): item is CountedItem =>
    item.at !== undefined && queue.states.get(item) !== 'problem' && !isLost(item, queue)
  return queue.items.filter(isCounted)
}
