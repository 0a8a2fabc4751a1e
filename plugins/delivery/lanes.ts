import { Queue } from 'bullmq'
import type { Redis } from 'ioredis'
import type { Delivery } from '../../src/delivery/delivery.ts'

/** Who is known by its host: several sites may share one Redis. */
export const siteList = 'coldread:sites'

/** All keys of a site begin so. */
export function prefixOf(site: string): string {
  return `coldread:${site}`
}

/** The set of a site's channels that something was ever handed over for. */
export function channelList(site: string): string {
  return `${prefixOf(site)}:channels`
}

/** The hash of what is known of each delivery of a channel, by job. */
export function traceKey(site: string, channel: string): string {
  return `${prefixOf(site)}:${channel}:traces`
}

/** What is done is kept so many seconds, so that nothing of the same id is posted again. */
export const kept = 400 * 24 * 3600

/** A channel's own queue: its jobs go out one after the other, whoever works. */
export async function openLane(redis: Redis, site: string, channel: string): Promise<Queue<Delivery>> {
  const lane = new Queue<Delivery>(channel, { prefix: prefixOf(site), connection: redis })
  lane.on('error', () => {
    // The connection waits for Redis by itself.
  })
  await lane.setGlobalConcurrency(1)
  await lane.setGlobalRateLimit(1_000_000, 1)
  return lane
}
