import type { QueueItem } from '../../snippets/queue-item.ts'
import type { BoardQueue } from '../board-data.ts'

/**
 * Whether something was never handed over, and it is too late now. Where nothing was ever handed over from here, nobody
 * can tell: it may have gone out by hand.
 */
export function isLost(item: QueueItem, { states, ledger }: BoardQueue): boolean {
  return states.get(item) === 'missed' && ledger.handovers.length > 0
}
