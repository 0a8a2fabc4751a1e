import { isUnsent, type Trace } from '../../src/delivery/trace.ts'
import { QueueRefusal } from '../queue/queue-refusal.ts'
import { connect, redisRefusal } from './connect.ts'
import { openLane } from './lanes.ts'
import { redisAccess } from './redis-access.ts'
import { redisTime } from './redis-time.ts'
import { RedisTraces } from './redis-traces.ts'
import { siteAsked } from './site-asked.ts'

/** What a person found out of a message that was set aside. */
type Verdict = 'arrived' | 'send'

/**
 * Says what became of a message that was set aside: it arrived, or it is to be sent. A worker does the rest. Where it broke
 * off in between, saying the same again mends it.
 */
export async function resolveDoubt(
  options: {
    redis: string | true
    site?: string | undefined
    channel: string
    job: string
    verdict: Verdict
  },
  environment: Readonly<Record<string, string | undefined>>,
): Promise<string> {
  const { channel, job, verdict } = options
  const access = redisAccess(options.redis, environment)
  const { redis } = await connect(access)
  try {
    const site = await siteAsked(redis, options.site)
    if (site === undefined)
      throw new QueueRefusal('Redis holds no queue, or several: say which with --site.', 2)
    const traces = new RedisTraces(redis, site, channel)
    const trace = await traces.get(job)
    if (!trace) throw new QueueRefusal(`Redis knows nothing of \`${job}\` on \`${channel}\`.`, 2)
    const lane = await openLane(redis, site, channel)
    const known = await lane.getJob(job)
    const isGivenUp = (await known?.isFailed()) === true
    const isBrokenOff = verdict === 'send' && isUnsent(trace) && isGivenUp
    if (trace.is !== 'aside' && !isBrokenOff)
      throw new QueueRefusal(`\`${job}\` is not set aside: it is ${trace.is}. Nothing was done.`)
    if (!known && verdict === 'send')
      throw new QueueRefusal(
        `Redis has the words of \`${job}\` no more, so nothing can send them. Let the snippet go out again with \`repeat\`, or say \`arrived\`. Nothing was done.`,
      )
    const now = await redisTime(redis)
    const next: Trace =
      verdict === 'arrived' && trace.is === 'aside'
        ? { is: 'sent', at: now, hash: trace.hash, id: 'seen by a person' }
        : { is: 'waiting', at: now, tries: 0, why: 'a person asked for it' }
    if (known && verdict === 'send') await known.updateData({ ...known.data, asked: now })
    if (!(await traces.swap(job, trace, next)))
      throw new QueueRefusal(`\`${job}\` changed just now. Nothing was done.`)
    if (isGivenUp) await known?.retry('failed')
    await lane.close()
    return verdict === 'arrived'
      ? `\`${job}\` counts as posted.`
      : `\`${job}\` is sent by the next worker that is free.`
  } catch (error) {
    throw redisRefusal(error, access)
  } finally {
    redis.disconnect()
  }
}
