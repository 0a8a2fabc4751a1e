import type { Plan } from '../../calendar/plan.ts'
import { networks } from '../../snippets/networks.ts'
import { ceilingsOf } from '../../snippets/over-ceiling.ts'
import { type QueueItem, sentParts } from '../../snippets/queue-item.ts'

/** How long one text is, as its network counts. */
export interface TextCount {
  count: number
  limit: number
  unit: string
}

/** The counts of an item's texts, in their order; none where nothing counts them. */
export function countItem(item: QueueItem, { channels }: Pick<Plan, 'channels'>): TextCount[] {
  const { network, kind, channel } = item
  if (!network || kind === 'activity') return []
  const [ceiling] = ceilingsOf(networks[network], 'text', channels[channel]?.limit)
  if (!ceiling) return []
  const { limit, unit } = ceiling
  return sentParts(item).map((words) => ({ count: ceiling.count(words), limit, unit }))
}
