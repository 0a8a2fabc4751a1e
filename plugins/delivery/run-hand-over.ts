import { randomBytes } from 'node:crypto'
import { siteOf } from '../../src/delivery/delivery-of.ts'
import { redisFormat } from '../../src/delivery/redis-format.ts'
import type { Ledger } from '../../src/snippets/ledger/fold-ledger.ts'
import { beginRun } from '../astro/run.ts'
import { withQueueLock } from '../queue/lock-queue.ts'
import { lastDay, openQueue } from '../queue/open-queue.ts'
import { QueueRefusal } from '../queue/queue-refusal.ts'
import { readLedger } from '../queue/read-ledger.ts'
import { refuseFuture, refuseMadeUpTime } from '../queue/refuse-times.ts'
import { knownChannels, type QueueWish } from '../queue/run-agenda.ts'
import { diskShelf } from '../queue/shelf.ts'
import { hasUpstream, refuseBehindUpstream } from '../queue/upstream.ts'
import { connect, redisRefusal } from './connect.ts'
import { handOver } from './hand-over.ts'
import { LanesStore } from './lanes-store.ts'
import { redisAccess } from './redis-access.ts'
import { redisTime } from './redis-time.ts'
import { renderHandOver } from './render-hand-over.ts'
import { settingsFaults } from './settings-faults.ts'

/** What is asked of a hand-over. */
export interface HandOverOptions extends QueueWish {
  redis: string | true
  offline?: boolean
  /** The time may be made up. */
  rehearsal?: boolean
}

/** Clocks may differ by so many milliseconds. */
const skewAllowed = 60_000

/** Hands the queue over to workers by way of Redis, and takes note of what they did. */
export async function runHandOver(
  options: HandOverOptions,
  environment: Readonly<Record<string, string | undefined>>,
): Promise<{ said: string; isWhole: boolean }> {
  const { root, now, offline } = options
  const access = redisAccess(options.redis, environment)
  const { opened } = beginRun(root, now)
  const { calendar, sources } = opened
  const { plan } = calendar
  await settingsFaults(plan, sources)
  refuseMadeUpTime(calendar.now.instant, options.rehearsal)
  if (!offline) refuseBehindUpstream(root)
  const shelf = diskShelf(root)
  const read = () => readLedger(shelf)
  refuseFuture(read(), calendar.now.instant, shelf)
  const until = options.until ?? lastDay(opened)
  const channels = knownChannels(options.channel, plan)
  const { redis, warnings } = await connect(access)
  const lanes = new LanesStore(redis, siteOf(plan))
  try {
    const skew = Date.now() - (await redisTime(redis))
    if (Math.abs(skew) > skewAllowed)
      throw new QueueRefusal(
        `This machine's clock is ${Math.abs(Math.round(skew / 1000))} s ${skew > 0 ? 'ahead of' : 'behind'} that of Redis at ${access.shown}, so that no time can be trusted. Nothing was done. Set both by NTP.`,
      )
    const report = await handOver(
      {
        format: redisFormat,
        server: 'redis',
        context: plan,
        now: calendar.now,
        until,
        channels,
        salt: randomBytes(4).toString('hex'),
      },
      {
        lanes,
        read,
        queueOf: (ledger: Ledger) => openQueue(root, opened, ledger, until).items,
        write: ({ path, content }) => {
          // Another hand-over of the same second said the very same.
          if (shelf.read(path) !== content) shelf.prepare(path, content, true).place()
        },
        alone: (work) => withQueueLock(root, work),
      },
    )
    return renderHandOver(report, {
      shown: access.shown,
      zone: plan.zone,
      warnings,
      isShared: hasUpstream(root),
      now: calendar.now.instant,
    })
  } catch (error) {
    throw redisRefusal(error, access)
  } finally {
    await lanes.close().catch(() => {})
    redis.disconnect()
  }
}
