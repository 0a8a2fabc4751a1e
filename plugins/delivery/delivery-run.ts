import { setTimeout } from 'node:timers/promises'
import type { Queue, Worker } from 'bullmq'
import type { Redis } from 'ioredis'
import type { Delivery } from '../../src/delivery/delivery.ts'
import { ClockWatch } from './clock-watch.ts'
import { type ChannelCounts, type LaneCounts, noCounts, renderCounts } from './counts.ts'
import type { Limits } from './delivery-attempt.ts'
import { laneWorker } from './lane-worker.ts'
import { channelList, openLane } from './lanes.ts'
import type { Log } from './log.ts'
import { redactor } from './redact.ts'
import type { SenderShelf } from './sender-shelf.ts'
import type { Health } from './serve-health.ts'

/** What the workers of a process have in common. */
export interface RunTools {
  redis: Redis
  /** Where Redis is, for people. */
  shown: string
  site: string
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

/** Milliseconds for what is broken off. */
const lastMoment = 500

/** A worker for each channel, in one process. */
export class DeliveryRun {
  readonly #tools: RunTools
  readonly #lanes = new Map<string, Lane>()
  readonly #clock = new ClockWatch({ wall: Date.now, steady: () => performance.now() })
  #isUp = true
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

  /** Compares the clocks, and starts a worker for each channel that has none yet. Ends early when told to. */
  async look(ended: AbortSignal): Promise<void> {
    const { log } = this.#tools
    const aborting = Promise.withResolvers<void>()
    const abort = () => aborting.resolve()
    ended.addEventListener('abort', abort, { once: true })
    try {
      await Promise.race([this.#look(), aborting.promise])
      this.#trouble = ''
    } catch (error) {
      const { message } = error as Error
      if (message !== this.#trouble) log('error', 'trouble', { why: message })
      this.#trouble = message
    } finally {
      ended.removeEventListener('abort', abort)
    }
  }

  /** What is told at an address. */
  readonly health: Health = {
    state: () => ({
      isWell: this.#isWell(),
      redis: this.#isUp ? 'up' : 'away',
      clockSkewSeconds: this.#clock.skew / 1000,
      channels: Object.fromEntries(
        [...this.#lanes].map(([channel, { counts }]) => [channel, stateOf(counts, Date.now())]),
      ),
    }),
    metrics: async () => {
      const states = ['waiting', 'active', 'delayed', 'completed', 'failed'] as const
      const all = [...this.#lanes].map(async ([channel, { queue, counts }]) => {
        const jobs = this.#isUp ? await queue.getJobCounts(...states).catch(() => undefined) : undefined
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
    return this.#isUp && this.#clock.holds()
  }

  async #look(): Promise<void> {
    const { redis, site, channel: asked, log } = this.#tools
    const changed = await this.#clock.compare(async () => {
      const [seconds, micros] = await redis.time()
      return Number(seconds) * 1000 + Math.floor(Number(micros) / 1000)
    })
    if (changed !== undefined) {
      log(changed === '' ? 'info' : 'error', 'clock', { why: changed || 'the clocks agree again' })
      for (const { worker } of this.#lanes.values())
        if (changed === '') worker.resume()
        else void worker.pause(true)
    }
    const channels = asked ?? (await redis.smembers(channelList(site))).sort()
    for (const channel of channels) {
      if (this.#lanes.has(channel) || this.#isEnding || !this.#clock.holds()) continue
      this.#lanes.set(channel, await this.#begin(channel))
      log('info', 'serving', { channel })
    }
  }

  async #begin(channel: string): Promise<Lane> {
    const { redis, site, shelf, log, lock, limits } = this.#tools
    const queue = await openLane(redis, site, channel)
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
        elapsed: () => performance.now(),
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

/** Does work take longer than so many milliseconds? */
async function isLate(work: Promise<unknown>, milliseconds: number): Promise<boolean> {
  const over = new AbortController()
  const late = sleep(milliseconds, over.signal).then(() => true)
  const first = await Promise.race([work.then(() => false), late])
  over.abort()
  return first
}

/** Waits; a signal ends it early. */
export async function sleep(milliseconds: number, signal?: AbortSignal): Promise<void> {
  await setTimeout(milliseconds, undefined, { ...(signal && { signal }) }).catch(() => undefined)
}
