import type { QueueItem } from '../queue-item.ts'

/** Where a value of an item was written; of a share, all stands in one place in the body. */
export function within({ field }: Pick<QueueItem, 'field'>, ...steps: string[]): QueueItem['field'] {
  return field.length === 0 ? field : [...field, ...steps]
}
