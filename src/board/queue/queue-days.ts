import { addDays, dayIn } from '../../calendar/time.ts'
import type { QueueItem } from '../../snippets/queue-item.ts'
import type { BoardData } from '../board-data.ts'

/** Days that the queue's page shows, today included. */
export const queueDays = 14

/** Whether the queue's page shows something: it goes out within its days. */
export function isShown({ at }: QueueItem, { today, zone }: Pick<BoardData, 'today' | 'zone'>): boolean {
  if (!at) return false
  const day = dayIn(at, zone)
  return today <= day && day < addDays(today, queueDays)
}
