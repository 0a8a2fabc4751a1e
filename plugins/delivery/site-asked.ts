import type { Redis } from 'ioredis'
import { QueueRefusal } from '../queue/queue-refusal.ts'
import { siteList } from './lanes.ts'

/** Milliseconds between two looks. */
const pause = 1000

/**
 * The site whose queue is worked off: the one that is asked for, or the only one that Redis knows of. Where it knows of none
 * yet, the first one is waited for.
 * @returns undefined where the wait was broken off
 */
export async function siteAsked(
  redis: Pick<Redis, 'smembers'>,
  asked: string | undefined,
  ended: AbortSignal,
): Promise<string | undefined> {
  if (asked !== undefined) return asked
  for (;;) {
    const sites = await redis.smembers(siteList)
    if (sites.length > 1)
      throw new QueueRefusal(
        `Redis holds the queues of several sites. Say which with --site: ${sites.sort().join(', ')}`,
        2,
      )
    if (sites[0] !== undefined) return sites[0]
    if (ended.aborted) return undefined
    await new Promise((resolve) => setTimeout(resolve, pause))
  }
}
