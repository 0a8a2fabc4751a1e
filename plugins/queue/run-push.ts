import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { postiz } from '../../src/snippets/formats/postiz.ts'
import type { Ledger } from '../../src/snippets/ledger/fold-ledger.ts'
import { planPush } from '../../src/snippets/ledger/plan-push.ts'
import { beginRun } from '../astro/run.ts'
import { withQueueLock } from './lock-queue.ts'
import { lastDay, openQueue } from './open-queue.ts'
import { postizAccess } from './postiz-access.ts'
import { postizServer } from './postiz-server.ts'
import { type Pushed, pushPostiz } from './push-postiz.ts'
import { QueueRefusal } from './queue-refusal.ts'
import { readLedger } from './read-ledger.ts'
import { refuseFuture, refuseMadeUpTime } from './refuse-times.ts'
import { renderPush, renderPushPlan } from './render-push.ts'
import { openQuota } from './request-quota.ts'
import { knownChannels, type QueueWish } from './run-agenda.ts'
import { diskShelf } from './shelf.ts'
import { hasUpstream, refuseBehindUpstream } from './upstream.ts'

/** What is asked of a push. */
export interface PushOptions extends QueueWish {
  /** Without it, it is only said what would be done. */
  send?: boolean
  offline?: boolean
  /** The time may be made up. */
  rehearsal?: boolean
  /** Requests that may be made within an hour. */
  perHour: number
}

/** Someone has to look, or to push again. */
const needsPerson: ReadonlySet<Pushed['did']> = new Set(['open', 'refused', 'missing'])

/** Milliseconds that an answer may take. */
const patience = 20_000

/** Tells a Postiz server what is new, changed and canceled, or says what it would be told. */
export async function runPush(
  options: PushOptions,
  environment: Readonly<Record<string, string | undefined>>,
): Promise<{ said: string; isWhole: boolean }> {
  const { root, now, offline } = options
  const { opened } = beginRun(root, now)
  const { calendar } = opened
  const { plan } = calendar
  if (!plan.exports.postiz)
    throw new QueueRefusal(
      'The plan does not say what your channels are in Postiz. Write `exports: { postiz: { channels: { linkedin: { integration: id } } } }`.',
    )
  const shelf = diskShelf(root)
  const read = () => readLedger(shelf)
  const until = options.until ?? lastDay(opened)
  const queueOf = (ledger: Ledger) => openQueue(root, opened, ledger, until).items
  const wish = {
    format: postiz,
    server: 'postiz' as const,
    context: plan,
    now: calendar.now,
    until,
    channels: knownChannels(options.channel, plan),
  }
  if (!options.send) {
    const ledger = read()
    return { said: renderPushPlan(planPush(queueOf(ledger), ledger, wish)), isWhole: true }
  }

  refuseMadeUpTime(calendar.now.instant, options.rehearsal)
  if (!offline) refuseBehindUpstream(root)
  refuseFuture(read(), calendar.now.instant, shelf)
  const clock = () => Temporal.Now.instant().toString({ smallestUnit: 'second' })
  const quota = openQuota(join(root, '.coldread/postiz-requests.json'), options.perHour, clock)
  const report = await pushPostiz(
    { ...wish, salt: randomBytes(4).toString('hex') },
    {
      server: postizServer({
        ...postizAccess(environment),
        patience,
        clock,
        mayAsk: quota.take,
        sleep: (milliseconds) => sleep(milliseconds),
      }),
      read,
      queueOf,
      write: ({ path, content }) => shelf.prepare(path, content, true).place(),
      alone: (work) => withQueueLock(root, work),
      readImage: (path) => readFileSync(join(root, path)),
      left: quota.left,
      clock,
    },
  )
  const isWhole = !report.stopped && !report.done.some(({ did }) => needsPerson.has(did))
  const share =
    report.done.length > 0 && hasUpstream(root)
      ? '\nCommit and push `content/handovers`: others cannot know otherwise what was sent.'
      : ''
  return { said: renderPush(report, plan.zone) + share, isWhole }
}
