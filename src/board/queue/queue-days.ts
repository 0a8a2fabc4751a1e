import { addDays, dayIn } from '../../calendar/time.ts'
import type { QueueItem } from '../../snippets/queue-item.ts'
import type { BoardData } from '../board-data.ts'

/** Days that the queue's page shows, today included. */
const queueDays = 14

/** The last day that the queue's page shows. */
export function lastQueueDay({ today }: Pick<BoardData, 'today'>): string {
  return addDays(today, queueDays - 1)
}

/** Whether the queue's page shows something: it goes out within its days. */
export function isShown({ at }: QueueItem, data: Pick<BoardData, 'today' | 'zone'>): boolean {
  if (!at) return false
  const day = dayIn(at, data.zone)
  return data.today <= day && day <= lastQueueDay(data)
}
