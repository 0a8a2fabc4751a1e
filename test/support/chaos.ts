import { type ChildProcess, spawn } from 'node:child_process'
import { setTimeout as sleep } from 'node:timers/promises'
import { connect } from '../../plugins/delivery/connect.ts'
import { LanesStore } from '../../plugins/delivery/lanes-store.ts'
import { redisAccess } from '../../plugins/delivery/redis-access.ts'
import type { SenderName } from '../../src/calendar/vocabulary.ts'
import type { Delivery } from '../../src/delivery/delivery.ts'
import { deliveryKey } from '../../src/delivery/job-id.ts'
import type { Trace } from '../../src/delivery/trace.ts'
import type { TestRedis } from './redis.ts'
import { packageRoot, plainEnv } from './run-coldread.ts'

/** A job to be handed over, and its name. */
export interface ChaosJob {
  job: string
  delivery: Delivery
}

/** What is to be lived through. */
export interface ChaosWish {
  redis: TestRedis
  site: string
  jobs: readonly ChaosJob[]
  /** What the workers are told: credentials. */
  env: NodeJS.ProcessEnv
  /** More of their command line, as in `['--patience', '5']`. */
  args?: readonly string[]
  workers?: number
  /** How many times one of them, whichever, is killed hard and another one started. */
  kills?: number
  /** The same seed kills in the same order; when it strikes is the machine's affair. */
  seed?: number
  /** Milliseconds in which all has to be over. */
  within?: number
}

/** How it went. */
export interface Survived {
  /** What is known of each job in the end. */
  traces: Map<string, Trace>
  /** Lines of all workers. */
  log: string[]
  kills: number
}

/** Messages of as many channels, one channel after the other, a moment apart, from now on. */
export function chaosJobs(
  site: string,
  sender: SenderName,
  {
    number,
    channels,
    apart = 5,
    settings = {},
  }: { number: number; channels: readonly string[]; apart?: number; settings?: Record<string, unknown> },
): ChaosJob[] {
  const begin = Date.now() + 500
  return Array.from({ length: number }, (_, index) => {
    const channel = channels[index % channels.length] as string
    const job = `post-${String(index).padStart(4, '0')}/${channel}/1/1`
    const at = Temporal.Instant.fromEpochMilliseconds(begin + index * apart).toString()
    const text = `Number ${index} of what goes out today`
    const message = {
      key: deliveryKey(site, channel, job),
      id: job,
      channel,
      at,
      lang: 'en',
      parts: [text] as [string],
      settings,
    }
    return { job, delivery: { sender, hash: `hash-${index}`, message } }
  })
}

/** Lets workers deliver while they are killed and started at random, and Redis once with them; ends when every job is over. */
export async function liveThroughChaos(wish: ChaosWish): Promise<Survived> {
  const { redis, site, jobs, env, args = [], workers = 3, kills = 9, seed = 1, within = 90_000 } = wish
  const random = randomOf(seed)
  const access = redisAccess(redis.url, {})
  const { redis: client } = await connect(access, true)
  const lanes = new LanesStore(client, site)
  const log: string[] = []
  const running = new Set<ChildProcess>()
  const begin = () => {
    const child = spawn(
      process.execPath,
      [
        `${packageRoot}scripts/coldread.mjs`,
        'deliver',
        ...['--redis', redis.url, '--site', site],
        ...['--patience', '1.5', '--pace', '0.05', '--take-over', '1.5', '--grace', '3', ...args],
      ],
      { env: { ...plainEnv, ...env }, stdio: ['ignore', 'pipe', 'pipe'] },
    )
    const take = (chunk: unknown) =>
      void log.push(
        ...String(chunk)
          .split('\n')
          .filter((line) => line !== ''),
      )
    child.stdout.on('data', take)
    child.stderr.on('data', take)
    child.once('exit', () => running.delete(child))
    running.add(child)
  }
  const isOver = async () => {
    const known = new Map((await lanes.reports()).map(({ job, trace }) => [job, trace]))
    return jobs.every(({ job }) => ['sent', 'refused', 'aside'].includes(known.get(job)?.is ?? ''))
      ? known
      : undefined
  }
  try {
    for (const [channel, own] of Map.groupBy(jobs, ({ delivery }) => delivery.message.channel))
      await lanes.add(channel, own)
    for (let each = 0; each < workers; each++) begin()
    const end = Date.now() + within
    let killed = 0
    for (;;) {
      const traces = await isOver()
      if (traces && killed >= kills) return { traces, log, kills: killed }
      if (Date.now() > end) throw new Error(`Not everything was over in time:\n${log.slice(-40).join('\n')}`)
      await sleep(300 + random() * 900)
      if (killed >= kills) continue
      const all = [...running]
      all[Math.floor(random() * all.length)]?.kill('SIGKILL')
      begin()
      killed++
      if (killed === Math.ceil(kills / 2)) await redis.restart()
    }
  } finally {
    await Promise.all(
      [...running].map((child) => {
        const gone = new Promise((resolve) => child.once('exit', resolve))
        child.kill('SIGTERM')
        return Promise.race([gone, sleep(8000).then(() => child.kill('SIGKILL'))])
      }),
    )
    await lanes.close()
    client.disconnect()
  }
}

/** Numbers from 0 to 1 that follow from a seed. */
export function randomOf(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
