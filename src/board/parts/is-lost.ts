import type { QueueItem } from '../../snippets/queue-item.ts'
import type { BoardQueue } from '../board-data.ts'

/**
 * Was a snippet never handed over though it should have been? Before the first export nobody knows what went out by
 * hand, so nothing is said against it.
 */
export function isLost(item: QueueItem, { states, ledger }: Pick<BoardQueue, 'states' | 'ledger'>): boolean {
  const [first] = ledger.handovers
  return states.get(item) === 'missed' && first !== undefined && (item.at?.instant ?? '') >= first.at
}
