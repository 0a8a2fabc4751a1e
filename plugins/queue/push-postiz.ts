import type { Ledger } from '../../src/snippets/ledger/fold-ledger.ts'
import type { Statement } from '../../src/snippets/ledger/ledger-line.ts'
import {
  exportName,
  type LedgerFile,
  ledgerFile,
  rowOf,
  statementFile,
} from '../../src/snippets/ledger/make-handover.ts'
import { type PushWish as PlanWish, type PushPlan, planPush } from '../../src/snippets/ledger/plan-push.ts'
import { endedPushes, type Settled, settlePush } from '../../src/snippets/ledger/settle-push.ts'
import type { QueueItem } from '../../src/snippets/queue-item.ts'
import type { PostizServer } from './postiz-server.ts'
import { costOf, type Job, pushWork } from './push-jobs.ts'
import { PushRun, stopOf } from './push-run.ts'

/** One thing that a push did or left. */
export interface Pushed {
  did: 'sent' | 'changed' | 'deleted' | 'found' | 'refused' | 'open' | 'gone' | 'missing' | 'left'
  id: string
  why?: string
}

/** Why a push ended early, and when to go on, an RFC 3339 instant. */
export interface Stopped {
  why: string
  later?: string
}

/** What a push came to. */
export interface PushReport extends Pick<PushPlan, 'held' | 'unchanged'> {
  done: readonly Pushed[]
  stopped?: Stopped
}

/** How a push is made. */
export type PushWish = PlanWish & {
  /** Tells its name from that of another one in the same second. */
  salt: string
}

/** What a push works with. */
export interface PushTools {
  server: PostizServer
  /** The ledger as it stands. */
  read(): Ledger
  /** The whole queue, held against a ledger. */
  queueOf(ledger: Ledger): readonly QueueItem[]
  /** Writes a new file of the ledger, whole or not at all. */
  write(file: LedgerFile): void
  /** Does something while nobody else reads or writes the ledger. */
  alone<T>(work: () => T): T
  readImage(path: string): Uint8Array
  /** Requests that may still be made within the hour. */
  left(): number
  /** RFC 3339 instant. */
  clock(): string
}

/**
 * Tells a Postiz server what is new, changed and canceled. What is sent stands in the ledger before it is sent; the id
 * that the server answers follows. Whatever breaks in between is looked up by the next push before anything is sent
 * again, so that nothing is posted twice.
 */
export async function pushPostiz(wish: PushWish, tools: PushTools): Promise<PushReport> {
  const { server, read, queueOf, write, alone } = tools
  const now = wish.now.instant
  const integrationOf = (channel: string) => wish.context.exports.postiz?.channels[channel]?.integration
  const note = (said: Settled['say']) => {
    const [first, ...rest] = said
    if (first) write(statementFile([first, ...rest]))
  }
  const ledger = read()
  const list = () => server.list(...spanOf(ledger, queueOf(ledger), now))
  const there = await list()
  if (there.is !== 'done') return { done: [], held: [], unchanged: 0, stopped: stopOf(there) }

  const begun = alone(() => {
    const settled = settlePush(read(), there.value, integrationOf, now)
    note(settled.say)
    const before = read()
    const plan = planPush(queueOf(before), before, wish, settled.again)
    const work = pushWork(plan, before, there.value, integrationOf, now)
    note(work.say)
    const jobs = affordable(work.jobs, tools.left() - 1)
    const items = jobs.flatMap((job) => ('item' in job ? [job.item] : []))
    const name = exportName(items, { id: 'postiz', now, salt: wish.salt })
    if (items.length > 0) write(ledgerFile(name, pushStatements(jobs, name, now)))
    const done: Pushed[] = [
      ...settled.say.map(({ type, ...said }): Pushed => {
        const id = 'id' in said ? said.id : ''
        return type === 'sent'
          ? { did: 'found', id }
          : { did: 'gone', id, why: 'it never arrived, or was deleted in Postiz' }
      }),
      ...settled.open.map(({ row, why }): Pushed => ({ did: 'open', id: row.id, why })),
      ...work.done,
    ]
    const isCut = jobs.length < work.jobs.length
    return { plan, jobs, name, done, isCut, ledger: before }
  })
  const ran = new PushRun(begun.name, begun.ledger, wish, tools)
  try {
    await ran.all(begun.jobs)
  } finally {
    alone(() => note(ran.say))
  }
  const again = ran.done.some(({ did }) => did === 'open') ? await list() : undefined
  if (again?.is === 'done')
    alone(() => {
      const { say } = settlePush(read(), again.value, integrationOf, now)
      const arrived = say.filter((each) => each.type === 'sent' && each.export === begun.name)
      note(arrived)
      ran.arrived(arrived)
    })
  alone(() => note(endedPushes(read(), now)))
  const later = Temporal.Instant.from(tools.clock()).add({ hours: 1 }).toString({ smallestUnit: 'second' })
  const stopped =
    ran.stopped ??
    (begun.isCut ? { why: 'there is more to do than requests are safe within an hour', later } : undefined)
  const { held, unchanged } = begun.plan
  return { done: [...begun.done, ...ran.done], held, unchanged, ...(stopped && { stopped }) }
}

/** Jobs that so many requests are enough for: deletions, then changes, then what goes out first. */
function affordable(jobs: readonly Job[], requests: number): Job[] {
  let left = requests
  const end = jobs.findIndex((job) => {
    left -= costOf(job)
    return left < 0
  })
  return jobs.slice(0, end === -1 ? jobs.length : end)
}

function pushStatements(jobs: readonly Job[], name: string, now: string): Statement[] {
  return [
    { type: 'export', export: name, format: 'postiz', at: now },
    ...jobs.flatMap((job): Statement[] => {
      if (!('item' in job)) return []
      const row = rowOf(job.item, name)
      return [job.act === 'update' ? { ...row, replaces: [job.row.key, ...(job.row.replaces ?? [])] } : row]
    }),
  ]
}

/** All that may be of interest: what was handed over or is wanted, also where someone moved it on the server. */
function spanOf({ handovers }: Ledger, items: readonly QueueItem[], now: string): [string, string] {
  const times = [
    now,
    ...handovers.flatMap(({ rows }) => rows.map(({ at }) => at.instant)),
    ...items.flatMap(({ at }) => at?.instant ?? []),
  ].sort()
  const recent = Temporal.Instant.from(now)
    .subtract({ hours: 24 * 62 })
    .toString()
  const first = times.find((time) => time >= recent) ?? now
  const shift = (time: string, days: number) =>
    Temporal.Instant.from(time)
      .add({ hours: days * 24 })
      .toString()
  return [shift(first, -31), shift(times.at(-1) ?? now, 366)]
}
