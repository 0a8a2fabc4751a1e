import type { QueueItem } from '../../../src/snippets/queue-item.ts'

/** An item that nothing is wrong with, save what is given. */
export function queueItem(given: Partial<QueueItem> = {}): QueueItem {
  const { post = 'posting', channel = 'x', series = `${post}/${channel}/1` } = given
  return {
    id: `${series}/1`,
    hash: '0',
    channel,
    network: 'x',
    kind: 'tip',
    at: { local: '2027-01-05T09:00', zone: 'UTC', instant: '2027-01-05T09:00:00Z' },
    parts: ['Two posts a week are plenty.'],
    series,
    file: `content/posts/${post}.mdx`,
    field: ['snippets', channel, 0],
    post,
    problems: [],
    ...given,
  }
}

/** Nine in the morning, so many days after 5 January 2027. */
export function morning(day: number): NonNullable<QueueItem['at']> {
  const instant = new Date(Date.UTC(2027, 0, 5 + day, 9)).toISOString().replace('.000', '')
  return { local: instant.slice(0, 16), zone: 'UTC', instant }
}
