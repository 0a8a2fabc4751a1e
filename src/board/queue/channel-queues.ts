import { networks } from '../../snippets/networks.ts'
import type { QueueItem } from '../../snippets/queue-item.ts'
import type { BoardData } from '../board-data.ts'
import { calendarDays } from '../calendar/calendar-days.ts'
import { isShown, lastQueueDay } from './queue-days.ts'

/** What goes out on one channel within the days of the queue's page. */
export interface ChannelQueue {
  /** Undefined for work that names no channel. */
  channel?: string
  /** As people write the network, and the account there. */
  network: string
  account?: string
  /** By time. */
  items: readonly QueueItem[]
  /** Times of the channel that nothing takes: day and time. */
  empty: readonly { day: string; time: string }[]
  /** Every kind of snippet is turned off, which is a choice. */
  isOff: boolean
}

/** A queue for every channel of the plan, in its order, then one for work without a channel. */
export function channelQueues(data: BoardData): ChannelQueue[] {
  const { calendar, queue, today } = data
  const byChannel = Map.groupBy(
    queue.items.filter((item) => isShown(item, data)),
    ({ channel }) => channel,
  )
  const slots = [...calendarDays(data).slots.values()].flat()
  const ofPlan = Object.entries(calendar.plan.channels).map(
    ([channel, { network, account, dimmers }]): ChannelQueue => {
      const rates = Object.values(dimmers)
      return {
        channel,
        network: networks[network].name,
        ...(account !== undefined && { account }),
        items: byChannel.get(channel) ?? [],
        empty: slots
          .filter((slot) => slot.channel === channel && slot.state === 'empty')
          .filter(({ day }) => today <= day && day <= lastQueueDay(data))
          .sort((a, b) => (`${a.day}${a.time}` < `${b.day}${b.time}` ? -1 : 1)),
        isOff: rates.length > 0 && rates.every((rate) => rate?.times === 0),
      }
    },
  )
  const none = byChannel.get('')
  return none ? [...ofPlan, { network: 'No channel', items: none, empty: [], isOff: false }] : ofPlan
}
