import type { Queue, Worker } from 'bullmq'
import type { Redis } from 'ioredis'
import type { Delivery } from '../../src/delivery/delivery.ts'
import { QueueRefusal } from '../queue/queue-refusal.ts'
import { type Clocks, ClockWatch, stopwatch } from './clock-watch.ts'
import { type ChannelCounts, type LaneCounts, noCounts, renderCounts } from './counts.ts'
import type { Limits } from './delivery-attempt.ts'
import { laneWorker } from './lane-worker.ts'
import { channelList, openLane } from './lanes.ts'
import type { Log } from './log.ts'
import { redactor } from './redact.ts'
import { redisTime } from './redis-time.ts'
import type { SenderShelf } from './sender-shelf.ts'
import type { Health } from './serve-health.ts'
import { siteAsked } from './site-asked.ts'
import { isLate, unlessEnded } from './waiting.ts'

/** What the workers of a process have in common. */
export interface RunTools {
  redis: Redis
  /** Where Redis is, for people. */
  shown: string
  /** Undefined means the only one that Redis knows of, once there is one. */
  site?: string
  /** Undefined means all that there are, also those that come later. */
  channel?: readonly string[]
  shelf: SenderShelf
  log: Log
  limits: Limits
  lock: number
}

interface Lane {
  worker: Worker<Delivery>
  queue: Queue<Delivery>
  counts: ChannelCounts
}

/** Milliseconds in which Redis has to say what time it is. */
const patience = 5000
/** Milliseconds for what is broken off. */
const lastMoment = 500

const clocks: Clocks = { wall: Date.now, steady: () => performance.now() }

/** A worker for each channel, in one process. */
export class DeliveryRun {
  readonly #tools: RunTools
  readonly #lanes = new Map<string, Lane>()
  readonly #clock = new ClockWatch(clocks)
  #isUp = true
  /** It is connected, and does not answer. */
  #isSilent = false
  #site: string | undefined
  #said = ''
  #isEnding = false
  #trouble = ''

  constructor(tools: RunTools) {
    this.#tools = tools
    const { redis, log, shown } = tools
    redis.on('close', () => {
      if (this.#isUp && !this.#isEnding)
        log('error', 'redis', { why: `Redis at ${shown} went away; waiting for it` })
      this.#isUp = false
    })
    redis.on('ready', () => {
      this.#isUp = true
      log('info', 'redis', { why: `Redis at ${shown} is there again` })
    })
  }

  /**
   * Compares the clocks, and starts a worker for each channel that has none yet. Ends early when told to.
   * @throws QueueRefusal where nobody can tell whose queue is meant
   */
  async look(ended: AbortSignal): Promise<void> {
    const { log } = this.#tools
    try {
      await unlessEnded(this.#look(), ended)
      this.#trouble = ''
    } catch (error) {
      if (error instanceof QueueRefusal) throw error
      const { message } = error as Error
      if (message !== this.#trouble) log('error', 'trouble', { why: message })
      this.#trouble = message
    }
  }

  /** What is told at an address. */
  readonly health: Health = {
    state: () => ({
      isWell: this.#isWell(),
      redis: !this.#isUp ? 'away' : this.#isSilent ? 'silent' : 'up',
      ...(this.#site !== undefined && { site: this.#site }),
      clockSkewSeconds: this.#clock.skew / 1000,
      channels: Object.fromEntries(
        [...this.#lanes].map(([channel, { counts }]) => [channel, stateOf(counts, Date.now())]),
      ),
    }),
    metrics: async () => {
      const states = ['waiting', 'active', 'delayed', 'completed', 'failed'] as const
      const all = [...this.#lanes].map(async ([channel, { queue, counts }]) => {
        const jobs =
          this.#isUp && !this.#isSilent
            ? await queue.getJobCounts(...states).catch(() => undefined)
            : undefined
        return [channel, { counts, jobs: jobs as LaneCounts | undefined }] as const
      })
      const now = Date.now()
      return renderCounts(new Map(await Promise.all(all)), {
        isUp: this.#isWell(),
        skew: this.#clock.skew,
        now,
      })
    },
  }

  /**
   * Lets what is being sent end, for so many milliseconds; then breaks it off. What became of that, whoever takes it over
   * finds out.
   */
  async end(grace: number): Promise<void> {
    this.#isEnding = true
    const all = [...this.#lanes.values()]
    const closing = Promise.allSettled(all.map(({ worker }) => worker.close()))
    if (await isLate(closing, grace)) {
      this.#tools.log('warn', 'ending', { why: 'not everything ended in time; another worker takes it over' })
      for (const { worker } of all) worker.cancelAllJobs('this worker ends')
      await isLate(closing, lastMoment)
    }
    await isLate(Promise.allSettled(all.map(({ queue }) => queue.close())), lastMoment)
  }

  #isWell(): boolean {
    return this.#isUp && !this.#isSilent && this.#clock.holds()
  }

  async #look(): Promise<void> {
    const { redis, site: askedSite, channel: asked, log, shown } = this.#tools
    const changed = await this.#clock.compare(async () => {
      const time = redisTime(redis)
      this.#isSilent = (await isLate(time, patience)) && this.#isUp
      if (this.#isSilent) log('error', 'redis', { why: `Redis at ${shown} does not answer; waiting for it` })
      const told = await time
      if (this.#isSilent) log('info', 'redis', { why: `Redis at ${shown} answers again` })
      this.#isSilent = false
      return told
    })
    if (changed !== undefined) {
      log(changed === '' ? 'info' : 'error', 'clock', { why: changed || 'the clocks agree again' })
      for (const { worker } of this.#lanes.values())
        if (changed === '') worker.resume()
        else void worker.pause(true)
    }
    const site = this.#site ?? (await siteAsked(redis, askedSite))
    if (site === undefined) return this.#say('Redis holds no queue yet; waiting for the first hand-over')
    this.#site = site
    const known = (await redis.smembers(channelList(site))).sort()
    const strange = asked?.filter((channel) => !known.includes(channel)) ?? []
    this.#say(
      strange.length === 0
        ? ''
        : `nothing was handed over for ${site} yet on ${strange.join(', ')}; it has ${known.join(', ') || 'no channels'}`,
    )
    for (const channel of asked ?? known) {
      if (this.#lanes.has(channel) || this.#isEnding || !this.#clock.holds()) continue
      const queue = await openLane(redis, site, channel)
      // It may have been told to end while Redis was away.
      if (this.#isEnding) return queue.close()
      this.#lanes.set(channel, this.#begin(site, channel, queue))
      log('info', 'serving', { channel })
    }
  }

  /** Says what is odd, once for as long as it lasts. */
  #say(why: string): void {
    if (why !== '' && why !== this.#said) this.#tools.log('warn', 'waiting', { why })
    this.#said = why
  }

  #begin(site: string, channel: string, queue: Queue<Delivery>): Lane {
    const { redis, shelf, log, lock, limits } = this.#tools
    const counts = noCounts()
    const worker = laneWorker({
      redis,
      site,
      channel,
      queue,
      counts,
      log,
      lock,
      mayWork: () => this.#clock.holds(),
      tools: {
        senderOf: (delivery) => shelf.find(delivery),
        fetch,
        startWatch: () => stopwatch(clocks),
        random: Math.random,
        redact: (words) => redactor(shelf.secrets)(words),
        limits,
      },
    })
    return { worker, queue, counts }
  }
}

function stateOf({ heldUntil, why }: ChannelCounts, now: number): Record<string, string> {
  if (heldUntil <= now) return { state: 'working' }
  const until = Temporal.Instant.fromEpochMilliseconds(heldUntil).toString()
  return { state: 'waiting', until, why }
}
