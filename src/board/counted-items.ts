import type { Moment } from '../calendar/time.ts'
import type { QueueItem } from '../snippets/queue-item.ts'
import type { BoardData } from './board-data.ts'
import { itemStates } from './item-states.ts'
import { count } from './words.ts'

/** Something that goes out, or went out, at a time. */
export type CountedItem = QueueItem & { at: Moment }

/** What counts as gone out or going out: all that is planned, without what is held back and what was missed. */
export function countedItems({ queue }: Pick<BoardData, 'queue'>): CountedItem[] {
  const isCounted = (item: QueueItem): item is CountedItem =>
    item.at !== undefined && itemStates[queue.states.get(item) ?? 'new'].isCounted
  return queue.items.filter(isCounted)
}

/** What is to be said where snippets count of which nothing says whether they went out; empty where there are none. */
export function passedNote({ queue }: Pick<BoardData, 'queue'>): string {
  const passed = queue.items.filter(
    (item) => item.kind !== 'activity' && queue.states.get(item) === 'over',
  ).length
  if (passed === 0) return ''
  return `Of ${count(passed, 'snippet')} the time has passed, and nothing says whether ${passed === 1 ? 'it' : 'they'} went out: by hand, or before the first export. ${passed === 1 ? 'It counts' : 'They count'} as gone out.`
}
