import type { Release } from '../calendar/cadence.ts'
import { dayIn } from '../calendar/time.ts'
import type { BoardData } from './board-data.ts'
import { countedItems } from './counted-items.ts'

/** The snippets of each channel: each is planned for its day, and has a time where it counts. */
export function channelReleases(data: Pick<BoardData, 'queue' | 'zone'>): Map<string, Release[]> {
  const counted = new Set<unknown>(countedItems(data))
  const releases = new Map<string, Release[]>()
  for (const item of data.queue.items) {
    const { id, at, kind, channel } = item
    if (kind === 'activity' || !at) continue
    releases
      .getOrInsertComputed(channel, () => [])
      .push({ id, ...(counted.has(item) && { at }), planned: dayIn(at, data.zone) })
  }
  return releases
}
