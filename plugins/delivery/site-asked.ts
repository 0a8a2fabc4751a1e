import type { Redis } from 'ioredis'
import { QueueRefusal } from '../queue/queue-refusal.ts'
import { siteList } from './lanes.ts'

/**
 * The site whose queue is worked off: the one that is asked for, or the only one that Redis knows of.
 * @returns undefined where it knows of none yet
 */
export async function siteAsked(
  redis: Pick<Redis, 'smembers'>,
  asked: string | undefined,
): Promise<string | undefined> {
  if (asked !== undefined) return asked
  const sites = await redis.smembers(siteList)
  if (sites.length > 1)
    throw new QueueRefusal(
      `Redis holds the queues of several sites. Say which with --site: ${sites.sort().join(', ')}`,
      2,
    )
  return sites[0]
}
