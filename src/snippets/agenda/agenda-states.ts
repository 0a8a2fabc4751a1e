import { diffQueue } from '../ledger/diff-queue.ts'
import type { Ledger } from '../ledger/fold-ledger.ts'
import type { Recognition } from '../ledger/recognize.ts'
import { networks } from '../networks.ts'
import type { QueueItem } from '../queue-item.ts'

/** How an item stands, and what that means to people. */
export const agendaStates = {
  new: 'not handed over yet',
  waits: 'not handed over yet; goes out once its page can be there',
  open: 'in an export that nobody confirmed',
  'in tool': 'handed over and confirmed',
  changed: 'handed over in a form that is not wanted any more; see below',
  problem: 'stays behind; see below',
  'to do': 'done by hand',
  out: 'handed over, and its time has passed',
  over: 'its time has passed; nothing says whether it went out',
  missed: 'never handed over, and too late now',
} as const

export type AgendaState = keyof typeof agendaStates

/**
 * The state of each item, by item. Before the first export nobody knows what went out by hand: what was not handed over
 * is `over` until then, and `missed` from then on.
 */
export function statesOf(
  items: readonly QueueItem[],
  ledger: Ledger,
  known: Recognition,
): Map<QueueItem, AgendaState> {
  const { now } = known
  const { add, change, unchanged, past, missed, faulty } = diffQueue(items, ledger, known)
  const states = new Map<QueueItem, AgendaState>()
  for (const item of add)
    states.set(item, !isPosted(item) ? 'to do' : item.waitsUntil && item.waitsUntil > now ? 'waits' : 'new')
  for (const { item } of change) states.set(item, 'changed')
  for (const { item, row } of unchanged) states.set(item, row.state === 'open' ? 'open' : 'in tool')
  for (const { item } of past) states.set(item, 'out')
  const first = ledger.handovers[0]?.at
  for (const item of missed)
    states.set(item, isPosted(item) && first !== undefined && item.at.instant >= first ? 'missed' : 'over')
  for (const { item, row } of faulty) states.set(item, row ? 'changed' : 'problem')
  return states
}

/** A posting tool takes it; else it is something to do. */
export function isPosted({ kind, network }: Pick<QueueItem, 'kind' | 'network'>): boolean {
  return kind !== 'activity' && network !== undefined && networks[network].isPosted
}
