import { connect } from './connect.ts'
import type { Limits } from './delivery-attempt.ts'
import { DeliveryRun } from './delivery-run.ts'
import { jsonLog } from './log.ts'
import { redactor } from './redact.ts'
import { redisAccess } from './redis-access.ts'
import { SenderShelf } from './sender-shelf.ts'
import { readPlace, serveHealth } from './serve-health.ts'
import { sleep } from './waiting.ts'

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

/** Milliseconds between two looks at the clocks, and at which channels there are. */
const round = 2000

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
  const place = options.health === undefined ? undefined : readPlace(options.health)
  const shelf = new SenderShelf(environment, access.secrets)
  const log = jsonLog(write, (line) => redactor(shelf.secrets)(line))
  const { redis, warnings } = await connect(access, true)
  try {
    for (const why of warnings) log('warn', 'redis', { why })
    const run = new DeliveryRun({ ...options, redis, shelf, log, shown: access.shown })
    const health = place && (await serveHealth(place, run.health))
    log('info', 'began', { redis: access.shown, ...(health && { health: health.address }) })
    try {
      while (!ended.aborted) {
        await run.look(ended)
        await sleep(round, ended)
      }
    } finally {
      log('info', 'ending', { within: `${options.grace / 1000} s` })
      await run.end(options.grace)
      health?.close()
      log('info', 'ended')
    }
  } finally {
    redis.disconnect()
  }
}
