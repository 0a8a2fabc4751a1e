import type { Redis } from 'ioredis'
import type { Delivery } from '../../src/delivery/delivery.ts'
import type { Report } from '../../src/delivery/read-reports.ts'
import { isOver, isUnsent, type Trace } from '../../src/delivery/trace.ts'
import { channelList, kept, openLane, siteList } from './lanes.ts'
import { redisTime } from './redis-time.ts'
import { RedisTraces } from './redis-traces.ts'

/** A job as Redis has it. */
export interface KnownJob {
  delivery: Delivery | undefined
  trace: Trace | undefined
}

/** What a change came to: undefined where it was made. */
export type InTheWay = 'gone' | 'being sent' | 'over' | undefined

/** The queues of a site, as those see them who hand over. */
export class LanesStore {
  readonly #redis: Redis
  readonly #site: string
  readonly #lanes = new Map<string, ReturnType<typeof openLane>>()

  constructor(redis: Redis, site: string) {
    this.#redis = redis
    this.#site = site
  }

  /** What workers know of every delivery. Whatever is over for longer than it is kept is forgotten. */
  async reports(): Promise<Report[]> {
    const reports: Report[] = []
    const oldest = (await redisTime(this.#redis)) - kept * 1000
    for (const channel of await this.#redis.smembers(channelList(this.#site))) {
      const traces = this.#traces(channel)
      for await (const [job, trace] of traces.all())
        if (isOver(trace) && trace.at < oldest) await traces.drop(job)
        else reports.push({ channel, job, trace })
    }
    return reports
  }

  /** Looks jobs up, in the order of their names; undefined where there is none and nothing is known. */
  async lookUp(channel: string, jobs: readonly string[]): Promise<(KnownJob | undefined)[]> {
    const lane = await this.#lane(channel)
    const traces = this.#traces(channel)
    const found: (KnownJob | undefined)[] = []
    for (let index = 0; index < jobs.length; index += 500)
      found.push(
        ...(await Promise.all(
          jobs.slice(index, index + 500).map(async (name): Promise<KnownJob | undefined> => {
            const [job, trace] = await Promise.all([lane.getJob(name), traces.get(name)])
            return job || trace ? { delivery: job?.data, trace } : undefined
          }),
        )),
      )
    return found
  }

  /** Adds jobs, each for its time. A job of a name that is known already is left as it is. */
  async add(channel: string, jobs: readonly { job: string; delivery: Delivery }[]): Promise<void> {
    const lane = await this.#lane(channel)
    const now = Date.now()
    for (let index = 0; index < jobs.length; index += 500)
      await lane.addBulk(
        jobs.slice(index, index + 500).map(({ job, delivery }) => ({
          name: delivery.sender,
          data: delivery,
          opts: {
            jobId: job,
            // Both from one clock: jobs of one minute keep their order to the millisecond.
            ...timeOf(delivery, now),
            attempts: 1,
            stackTraceLimit: 0,
            removeOnComplete: { age: kept },
            removeOnFail: { age: kept },
          },
        })),
      )
  }

  /**
   * Changes what a job says and when, and forgets how often its old words failed. What is being sent, or was, stays as it is. Its data tells when it goes out; when a
   * worker first looks at it only follows.
   */
  async edit(channel: string, job: string, delivery: Delivery): Promise<InTheWay> {
    const known = await (await this.#lane(channel)).getJob(job)
    const asked = known?.data.asked
    const data = JSON.stringify({ ...delivery, ...(asked !== undefined && { asked }) })
    const trace = await this.#traces(channel).edit(job, data)
    if (trace === 'gone') return 'gone'
    if (trace) return isOver(trace) ? 'over' : 'being sent'
    // One that is due already is in no list of those that wait; a worker that gets it puts it back.
    await known?.changeDelay(timeOf(delivery, Date.now()).delay).catch(() => undefined)
    return undefined
  }

  /** Takes a job out. What is being sent, or was, stays. */
  async remove(channel: string, job: string): Promise<InTheWay> {
    const traces = this.#traces(channel)
    const inTheWay = async (): Promise<InTheWay> => {
      const trace = await traces.get(job)
      return isUnsent(trace) ? undefined : isOver(trace) ? 'over' : 'being sent'
    }
    const before = await inTheWay()
    if (before) return before
    const known = await (await this.#lane(channel)).getJob(job)
    if (!known) return 'gone'
    try {
      await known.remove()
    } catch {
      return 'being sent'
    }
    const after = await inTheWay()
    if (!after) await traces.drop(job)
    return after
  }

  async close(): Promise<void> {
    for (const lane of this.#lanes.values()) await (await lane).close()
  }

  #lane(channel: string) {
    return this.#lanes.getOrInsertComputed(channel, async () => {
      await this.#redis.sadd(channelList(this.#site), channel)
      await this.#redis.sadd(siteList, this.#site)
      return openLane(this.#redis, this.#site, channel)
    })
  }

  #traces(channel: string): RedisTraces {
    return new RedisTraces(this.#redis, this.#site, channel)
  }
}

function timeOf({ message }: Delivery, now: number): { timestamp: number; delay: number } {
  const at = Temporal.Instant.from(message.at).epochMilliseconds
  const timestamp = Math.min(now, at - 1)
  return { timestamp, delay: at - timestamp }
}
