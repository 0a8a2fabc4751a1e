import { DelayedError, type Job, type Queue, UnrecoverableError, WaitingError, Worker } from 'bullmq'
import type { Redis } from 'ioredis'
import type { Delivery } from '../../src/delivery/delivery.ts'
import type { ChannelCounts } from './counts.ts'
import { deliverMessage } from './deliver-message.ts'
import type { DeliveryTools, Step } from './delivery-attempt.ts'
import { kept, prefixOf } from './lanes.ts'
import type { Log } from './log.ts'
import { RedisTraces } from './redis-traces.ts'

/** What the worker of a channel works with. */
export interface LaneTools {
  redis: Redis
  site: string
  channel: string
  queue: Queue<Delivery>
  counts: ChannelCounts
  log: Log
  /** Milliseconds after which the jobs of a worker that ended are somebody else's. */
  lock: number
  /** May anything be sent now? The clock may be wrong. */
  mayWork(): boolean
  tools: Omit<DeliveryTools, 'traces' | 'signal'>
}

/** Works off one channel's queue, one message at a time, whoever else does. Retries are ours: BullMQ only hears of ends. */
export function laneWorker({
  redis,
  site,
  channel,
  queue,
  counts,
  log,
  lock,
  mayWork,
  tools,
}: LaneTools): Worker<Delivery> {
  const traces = new RedisTraces(redis, site, channel)
  let number = 0
  const worker = new Worker<Delivery>(
    channel,
    // It has to name three: BullMQ counts them, and gives no signal otherwise.
    async (job: Job<Delivery>, given: string | undefined, aborted: AbortSignal | undefined) => {
      const [token, signal] = [given ?? '', aborted ?? new AbortController().signal]
      if (!mayWork()) return handBack(job, token)
      const by = `${worker.id}.${++number}`
      let step: Step
      try {
        step = await deliverMessage(job.id as string, by, { ...tools, traces, signal })
      } catch (error) {
        log('error', 'trouble', { channel, id: job.data.message.id, why: (error as Error).message })
        step = { do: 'hold', for: 1000, why: 'trouble of our own', is: 'later' }
      }
      return take(step, job, token)
    },
    {
      prefix: prefixOf(site),
      connection: redis,
      concurrency: 1,
      lockDuration: lock,
      stalledInterval: lock,
      // A worker that ends is no fault of its job: what may have been sent is known by its trace.
      maxStalledCount: Number.MAX_SAFE_INTEGER,
      // Without a limiter, BullMQ does not ask whether a channel is to wait.
      limiter: { max: 1_000_000, duration: 1 },
      maximumRateLimitDelay: 5000,
      drainDelay: 2,
      removeOnComplete: { age: kept },
      runRetryDelay: 1000,
    },
  )
  worker.on('lockRenewalFailed', (jobs) => {
    for (const each of jobs) worker.cancelJob(each, 'somebody else has it')
  })
  worker.on('error', ({ message }) => log('warn', 'redis', { channel, why: message }))
  worker.on('stalled', (job) => log('warn', 'taken over', { channel, job }))

  async function take(step: Step, job: Job<Delivery>, token: string): Promise<unknown> {
    const { id, at } = job.data.message
    if (step.do === 'leave') throw new WaitingError('somebody else has it')
    if (step.do === 'delay') {
      // BullMQ takes it from there by the clock of this machine.
      await orPassOn(job.moveToDelayed(Date.now() + step.for, token))
      // Whoever edited it in between could not move what was ours.
      const latest = await queue.getJob(job.id as string).catch(() => undefined)
      if (latest && latest.data.message.at !== job.data.message.at)
        await latest
          .changeDelay(Math.max(1, Date.parse(latest.data.message.at) - Date.now()))
          .catch(() => undefined)
      throw new DelayedError()
    }
    if (step.do === 'hold') {
      counts[step.is === 'in doubt' ? 'unknown' : step.is]++
      counts.heldUntil = Date.now() + step.for
      counts.why = step.why
      log('warn', step.is, { channel, id, why: step.why, seconds: Math.round(step.for / 100) / 10 })
      await orPassOn(queue.rateLimit(step.for))
      throw Worker.RateLimitError()
    }
    const { trace } = step
    counts.heldUntil = 0
    counts.why = ''
    if (step.isNew) counts[trace.is]++
    if (trace.is === 'sent') {
      counts.lateness = Math.max(0, trace.at - Temporal.Instant.from(at).epochMilliseconds)
      const { address, alsoWhy } = trace
      log(alsoWhy === undefined ? 'info' : 'warn', 'sent', {
        channel,
        id,
        address,
        why: alsoWhy,
        lateSeconds: Math.round(counts.lateness / 1000),
      })
      return { is: 'sent', id: trace.id, ...(address !== undefined && { address }) }
    }
    log('error', trace.is === 'aside' ? 'set aside' : 'refused', { channel, id, why: trace.why })
    throw new UnrecoverableError(trace.why)
  }

  async function handBack(job: Job<Delivery>, token: string): Promise<never> {
    await orPassOn(job.moveToWait(token))
    throw new WaitingError()
  }

  /** What Redis does not take, as when its memory is full, is no fault of a job: it is passed on as if this worker had ended. */
  async function orPassOn(asked: Promise<unknown>): Promise<void> {
    try {
      await asked
    } catch (error) {
      log('error', 'redis', { channel, why: (error as Error).message })
      throw new WaitingError('Redis refused')
    }
  }

  return worker
}
