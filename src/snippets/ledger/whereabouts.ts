import type { Plan } from '../../calendar/plan.ts'
import type { QueueItem } from '../queue-item.ts'
import type { Row } from './fold-ledger.ts'

/** Where rows stand today, also those whose post or channel was called otherwise when they were handed over. */
export interface Whereabouts {
  /** The post, or the file of activities, that an id belongs to. */
  postOf(id: string): string
  /** The channel of a row; of one that the plan has no more, what stands for any channel of its network. */
  channelOf(row: Pick<Row, 'channel' | 'network'>): string
  /** All that `channelOf` may say of the rows of an item. */
  channelsOf(item: Pick<QueueItem, 'channel' | 'network'>): readonly string[]
}

/** @param items the whole queue, which knows what its posts were called before */
export function whereabouts(
  items: Iterable<Pick<QueueItem, 'post' | 'formerPosts'>>,
  channels: Plan['channels'],
): Whereabouts {
  const renamed = new Map<string, string>()
  for (const { post, formerPosts } of items)
    if (post !== undefined && formerPosts) for (const former of formerPosts) renamed.set(former, post)
  return {
    postOf(id) {
      const post = writtenPostOf(id)
      return renamed.get(post) ?? post
    },
    channelOf: ({ channel, network }) =>
      network === undefined || Object.hasOwn(channels, channel) ? channel : anyOf(network),
    channelsOf: ({ channel, network }) => (network === undefined ? [channel] : [channel, anyOf(network)]),
  }
}

/** The post, or the file of activities, that an id names. */
export function writtenPostOf(id: string): string {
  return id.startsWith('activity/')
    ? id.slice(0, id.lastIndexOf('/', id.lastIndexOf('/') - 1))
    : id.slice(0, id.indexOf('/'))
}

/** No channel is called so. */
function anyOf(network: string): string {
  return `any of ${network}`
}
