import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'
import { shortDay } from '../../snippets/agenda/day-words.ts'
import type { BoardData } from '../board-data.ts'
import { type ChannelQueue, channelQueues } from '../queue/channel-queues.ts'
import { lastQueueDay } from '../queue/queue-days.ts'
import { renderItem } from '../queue/render-item.ts'
import type { BoardView } from '../view.ts'
import { count } from '../words.ts'

export const queue: BoardView = {
  id: 'queue',
  title: 'Queue',
  intro: 'What goes out in the next 14 days, about as each network would show it.',
  render: (data) => [
    h('p', `${shortDay(data.today)} to ${shortDay(lastQueueDay(data))}, times in ${data.zone}`),
    ...timeless(data),
    ...channelQueues(data).map((each) => renderChannel(each, data)),
  ],
}

function renderChannel(
  { channel, network, account, items, empty, isOff }: ChannelQueue,
  data: BoardData,
): Element {
  return h('section.channel-queue', [
    h('h2', [
      channel ?? network,
      ...(channel === undefined
        ? []
        : [h('span.quiet', ` ${[network, account].filter(Boolean).join(', ')}`)]),
    ]),
    ...(items.length > 0
      ? [
          h(
            'ul.items',
            items.map((item) => renderItem(item, data)),
          ),
        ]
      : [h('p.empty', isOff ? 'Turned off, on purpose.' : 'Nothing goes out.')]),
    ...(empty.length > 0
      ? [
          h('p.quiet', [
            `${count(empty.length, 'empty time')}: `,
            ...empty.flatMap(({ day, time }, index): ElementContent[] => [
              { type: 'text', value: index === 0 ? '' : ', ' },
              h('span', { dataSlot: `${day}T${time}`, dataChannel: channel }, `${shortDay(day)} ${time}`),
            ]),
          ]),
        ]
      : []),
  ])
}

/** What would go out, and cannot: nothing says when. */
function timeless(data: BoardData): ElementContent[] {
  const items = data.queue.items.filter(({ at }) => at === undefined)
  if (items.length === 0) return []
  return [
    h('section.channel-queue', [
      h('h2', 'Without a time'),
      h(
        'ul.items',
        items.map((item) => renderItem(item, data)),
      ),
    ]),
  ]
}
