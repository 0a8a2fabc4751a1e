import { setTimeout } from 'node:timers/promises'
import type { Worker } from 'bullmq'
import type { Delivery } from '../../src/delivery/delivery.ts'
import type { Access, Sender } from '../../src/delivery/sender.ts'
import { connect } from './connect.ts'
import { type ChannelCounts, noCounts, renderCounts } from './counts.ts'
import { readAccess } from './credentials.ts'
import type { Limits } from './deliver-message.ts'
import { laneWorker } from './lane-worker.ts'
import { channelList, openLane } from './lanes.ts'
import { jsonLog, type Log } from './log.ts'
import { redactor } from './redact.ts'
import { type RedisAccess, redisAccess } from './redis-access.ts'
import { senders } from './senders.ts'
import { serveHealth } from './serve-health.ts'
import { siteAsked } from './site-asked.ts'

/** What is asked of a worker. */
export interface DeliverOptions {
  redis: string | true
  site?: string
  channel?: readonly string[]
  /** Where it tells how it is: `port` or `host:port`. */
  health?: string
  limits: Limits
  /** Milliseconds after which another worker takes over from one that ended. */
  lock: number
  /** Milliseconds that it may take to end. */
  grace: number
}

/** Between two looks at the clocks, and at which channels there are, in milliseconds. */
const round = 2000
/** Clocks may differ by so many milliseconds. */
const skewAllowed = 30_000

/**
 * Works until it is told to end. Resolves once everything is done or handed back.
 * @param ended aborted when it is to end
 */
export async function runDeliver(
  options: DeliverOptions,
  environment: Readonly<Record<string, string | undefined>>,
  write: (line: string) => void,
  ended: AbortSignal,
): Promise<void> {
  const access = redisAccess(options.redis, environment)
  const secrets = new Set<string>(access.secrets)
  const log = jsonLog(write, (line) => redactor(secrets)(line))
  const run = new DeliveryRun(options, environment, access, secrets, log)
  await run.work(ended)
}

class DeliveryRun {
  readonly #options: DeliverOptions
  readonly #environment: Readonly<Record<string, string | undefined>>
  readonly #access: RedisAccess
  readonly #secrets: Set<string>
  readonly #log: Log
  readonly #workers = new Map<
    string,
    { worker: Worker<Delivery>; counts: ChannelCounts; lane: Awaited<ReturnType<typeof openLane>> }
  >()
  readonly #senders = new Map<string, Promise<{ sender: Sender; access: Access } | { why: string }>>()
  #skew = 0
  #isUp = true
  #trouble = ''

  constructor(
    options: DeliverOptions,
    environment: Readonly<Record<string, string | undefined>>,
    access: RedisAccess,
    secrets: Set<string>,
    log: Log,
  ) {
    this.#options = options
    this.#environment = environment
    this.#access = access
    this.#secrets = secrets
    this.#log = log
  }

  async work(ended: AbortSignal): Promise<void> {
    const { redis, warnings } = await connect(this.#access)
    for (const why of warnings) this.#log('warn', 'redis', { why })
    const { health: at, grace } = this.#options
    const site = await siteAsked(redis, this.#options.site, ended)
    const health = at === undefined || ended.aborted ? undefined : await serveHealth(at, this.#health())
    this.#log('info', 'began', { redis: this.#access.shown, site, ...(health && { health: health.address }) })
    redis.on('close', () => {
      this.#isUp = false
      if (!ended.aborted)
        this.#log('error', 'redis', { why: `Redis at ${this.#access.shown} went away; waiting for it` })
    })
    redis.on('ready', () => {
      this.#isUp = true
      this.#log('info', 'redis', { why: 'Redis is there again' })
    })
    const time = async () => {
      const [seconds, micros] = await redis.time()
      return Number(seconds) * 1000 + Math.floor(Number(micros) / 1000)
    }
    while (!ended.aborted && site !== undefined) {
      await Promise.race([
        this.#look(redis, site, time).catch((error) => this.#said(error)),
        untilAborted(ended),
      ])
      await sleep(round, ended)
    }
    this.#log('info', 'ending', { within: `${grace / 1000} s` })
    await this.#end(grace)
    health?.close()
    redis.disconnect()
    this.#log('info', 'ended')
  }

  /** Looks at the clocks, and starts a worker for each channel that has none yet. */
  async #look(
    redis: Parameters<typeof openLane>[0],
    site: string,
    time: () => Promise<number>,
  ): Promise<void> {
    const before = Date.now()
    const there = await time()
    const here = (before + Date.now()) / 2
    this.#judgeClock(Math.round(here - there))
    const { channel: asked, lock, limits } = this.#options
    const channels = asked ?? (await redis.smembers(channelList(site))).sort()
    for (const channel of channels) {
      if (this.#workers.has(channel)) continue
      const lane = await openLane(redis, site, channel)
      const counts = noCounts()
      const worker = laneWorker({
        redis,
        site,
        channel,
        counts,
        log: this.#log,
        lock,
        mayWork: () => Math.abs(this.#skew) <= skewAllowed && this.#clockHolds(),
        tools: {
          senderOf: (delivery) => this.#senderOf(delivery),
          fetch,
          elapsed: () => performance.now(),
          random: Math.random,
          redact: (words) => redactor(this.#secrets)(words),
          limits,
        },
      })
      this.#workers.set(channel, { worker, counts, lane })
      this.#log('info', 'serving', { channel })
    }
  }

  /** The clock of this machine and one that never goes back, when they were last held against Redis. */
  #clocks = { wall: Date.now(), steady: performance.now() }

  #judgeClock(skew: number): void {
    const wasWrong = Math.abs(this.#skew) > skewAllowed
    this.#skew = skew
    this.#clocks = { wall: Date.now(), steady: performance.now() }
    const isWrong = Math.abs(skew) > skewAllowed
    if (isWrong && !wasWrong) {
      const why = `this machine's clock is ${Math.abs(Math.round(skew / 1000))} s ${skew > 0 ? 'ahead of' : 'behind'} that of Redis: nothing is sent until they agree; set both by NTP`
      this.#log('error', 'clock', { why })
      for (const { worker } of this.#workers.values()) void worker.pause(true)
    }
    if (!isWrong && wasWrong) {
      this.#log('info', 'clock', { why: 'the clocks agree again' })
      for (const { worker } of this.#workers.values()) worker.resume()
    }
  }

  /** Did the clock jump since it was last looked at? */
  #clockHolds(): boolean {
    const { wall, steady } = this.#clocks
    return Math.abs(Date.now() - wall - (performance.now() - steady)) <= skewAllowed
  }

  #senderOf({ sender: name, message: { channel } }: Delivery) {
    return this.#senders.getOrInsertComputed(`${name} ${channel}`, async () => {
      const sender = await senders[name]?.()
      if (!sender) return { why: `this version has no sender ${name}` }
      const read = readAccess(name, sender, channel, this.#environment)
      if ('problems' in read) return { why: read.problems.join(' ') }
      for (const secret of read.secrets) this.#secrets.add(secret)
      return { sender, access: read.access }
    })
  }

  #said({ message }: Error): void {
    if (message !== this.#trouble) this.#log('error', 'trouble', { why: message })
    this.#trouble = message
  }

  #health() {
    const isWell = () => this.#isUp && Math.abs(this.#skew) <= skewAllowed
    return {
      state: () => ({
        isWell: isWell(),
        redis: this.#isUp ? 'up' : 'away',
        clockSkewSeconds: this.#skew / 1000,
        channels: Object.fromEntries(
          [...this.#workers].map(([channel, { counts }]) => [
            channel,
            counts.heldUntil > Date.now()
              ? {
                  state: 'waiting',
                  until: Temporal.Instant.fromEpochMilliseconds(counts.heldUntil).toString(),
                  why: counts.why,
                }
              : { state: 'working' },
          ]),
        ),
      }),
      metrics: async () => {
        const lanes = await Promise.all(
          [...this.#workers].map(async ([channel, { counts, lane }]) => {
            const jobs = this.#isUp
              ? await lane
                  .getJobCounts('waiting', 'active', 'delayed', 'completed', 'failed')
                  .catch(() => undefined)
              : undefined
            return [
              channel,
              {
                counts,
                lane: jobs as Parameters<typeof renderCounts>[0] extends ReadonlyMap<string, infer V>
                  ? V extends { lane: infer L }
                    ? L
                    : never
                  : never,
              },
            ] as const
          }),
        )
        return renderCounts(new Map(lanes), { isUp: isWell(), skew: this.#skew, now: Date.now() })
      },
    }
  }

  /** Lets what is being sent end, for so long; then breaks it off. What became of that is looked up by whoever takes it over. */
  async #end(grace: number): Promise<void> {
    const all = [...this.#workers.values()]
    const closing = Promise.allSettled(all.map(({ worker }) => worker.close()))
    const late = sleep(grace).then(() => 'late')
    if ((await Promise.race([closing, late])) === 'late') {
      this.#log('warn', 'ending', { why: 'not everything ended in time; it is taken over by another worker' })
      for (const { worker } of all) worker.cancelAllJobs('this worker ends')
      await Promise.race([closing, sleep(1000)])
      void Promise.allSettled(all.map(({ worker }) => worker.close(true)))
    }
    await Promise.race([Promise.allSettled(all.map(({ lane }) => lane.close())), sleep(500)])
  }
}

/** Waits; whoever ends it early goes on at once. */
async function sleep(milliseconds: number, signal?: AbortSignal): Promise<void> {
  await setTimeout(milliseconds, undefined, { ...(signal && { signal }) }).catch(() => undefined)
}

function untilAborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }))
}
