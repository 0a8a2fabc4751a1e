import type { Plan } from '../../src/calendar/plan.ts'
import type { Delivery } from '../../src/delivery/delivery.ts'
import { deliveryOf } from '../../src/delivery/delivery-of.ts'
import { type Due, dueRows, sortDue, withWaiting } from '../../src/delivery/due-rows.ts'
import { jobNamer } from '../../src/delivery/job-id.ts'
import { type ReadReports, readReports } from '../../src/delivery/read-reports.ts'
import { isUnsent } from '../../src/delivery/trace.ts'
import type { ExportItem } from '../../src/snippets/format.ts'
import type { Ledger } from '../../src/snippets/ledger/fold-ledger.ts'
import type { Statement } from '../../src/snippets/ledger/ledger-line.ts'
import {
  exportName,
  type LedgerFile,
  ledgerFile,
  rowOf,
  statementFile,
} from '../../src/snippets/ledger/make-handover.ts'
import { type PushPlan, type PushWish, planPush } from '../../src/snippets/ledger/plan-push.ts'
import { endedPushes, removedAll } from '../../src/snippets/ledger/settle-push.ts'
import type { QueueItem } from '../../src/snippets/queue-item.ts'
import type { LanesStore } from './lanes-store.ts'
import { mendJobs, settleOpen } from './mend-jobs.ts'

/** One thing that was done, or left. */
export interface HandedOver {
  did: 'added' | 'changed' | 'canceled' | 'restored' | 'left'
  id: string
  why?: string
}

/** What a hand-over came to. */
export interface HandOverReport extends Pick<PushPlan, 'held' | 'unchanged'> {
  done: HandedOver[]
  reports: ReadReports
  /** What was due before this, and is not known to have gone out. */
  due: Due
}

/** What a hand-over works with. */
export interface HandOverTools {
  lanes: Pick<LanesStore, 'reports' | 'lookUp' | 'add' | 'edit' | 'remove'>
  /** The ledger as it stands. */
  read(): Ledger
  /** The whole queue, held against a ledger. */
  queueOf(ledger: Ledger): readonly QueueItem[]
  /** Writes a new file of the ledger, whole or not at all. */
  write(file: LedgerFile): void
  /** Does something while nobody else reads or writes the ledger. */
  alone<T>(work: () => T): T
}

type Said = Exclude<Statement, { type: 'file' | 'row' | 'export' }>

/**
 * Brings the queue in Redis in line with what is wanted. What is handed over stands in the ledger before; whatever breaks in
 * between is mended by the next one, since a job has one name for ever and is added once.
 */
export async function handOver(
  wish: PushWish & { context: Plan; salt: string },
  { lanes, read, queueOf, write, alone }: HandOverTools,
): Promise<HandOverReport> {
  const now = wish.now.instant
  const note = (said: readonly Said[]) => {
    const [first, ...rest] = said
    if (first) write(statementFile([first, ...rest]))
  }
  const reports = readReports(await lanes.reports(), read(), now)
  alone(() => note(reports.say))
  const settled = await settleOpen(read(), lanes, now)
  alone(() => note(settled))
  const due = await lookAtDue(read(), lanes, now)
  const begun = alone(() => {
    const ledger = withWaiting(read(), due)
    const plan = planPush(queueOf(ledger), ledger, wish)
    const nameOf = jobNamer(ledger)
    const create = plan.create.map((item) => ({ item, job: nameOf(item.id) }))
    const update = plan.update.map(({ item, row, remote }) => ({ item, row, job: remote }))
    const name = exportName([...plan.create, ...plan.update.map(({ item }) => item)], {
      id: 'redis',
      now,
      salt: wish.salt,
    })
    if (create.length + update.length > 0)
      write(
        ledgerFile(name, [
          { type: 'export', export: name, format: 'redis', at: now },
          ...create.map(({ item }) => rowOf(item, name)),
          ...update.map(({ item, row }) => ({
            ...rowOf(item, name),
            replaces: [row.key, ...(row.replaces ?? [])],
          })),
        ]),
      )
    return { plan, create, update, name, ledger }
  })
  const { plan, create, update, name, ledger } = begun
  const say: Said[] = []
  const done: HandedOver[] = []
  const sent = (id: string, remote: string) => say.push({ type: 'sent', export: name, id, at: now, remote })
  const freed = (id: string, why: string) => say.push({ type: 'refuse', export: name, id, at: now, why })
  const deliver = (item: ExportItem, job: string): Delivery => deliveryOf(item, wish.context, job)
  // A job that Redis lost is added anew; one that is there is changed, unless somebody set out to send it.
  const put = async (item: ExportItem, job: string) => {
    const inTheWay = await lanes.edit(item.channel, job, deliver(item, job))
    if (inTheWay !== 'gone') return inTheWay
    await lanes.add(item.channel, [{ job, delivery: deliver(item, job) }])
    return undefined
  }
  try {
    for (const { row, remote } of plan.remove) {
      const inTheWay = await lanes.remove(row.channel, remote)
      if (inTheWay === 'being sent' || inTheWay === 'over')
        done.push({ did: 'left', id: row.id, why: ways[inTheWay] })
      else {
        say.push(...removedAll(ledger, remote, now))
        done.push({ did: 'canceled', id: row.id })
      }
    }
    for (const { item, row, job } of update) {
      const before = row.channel === item.channel ? undefined : await lanes.remove(row.channel, job)
      const inTheWay = before === 'being sent' || before === 'over' ? before : await put(item, job)
      if (inTheWay) {
        freed(item.id, ways[inTheWay])
        done.push({ did: 'left', id: item.id, why: ways[inTheWay] })
      } else {
        sent(item.id, job)
        done.push({ did: 'changed', id: item.id })
      }
    }
    for (const [channel, all] of Map.groupBy(create, ({ item }) => item.channel)) {
      const known = await lanes.lookUp(
        channel,
        all.map(({ job }) => job),
      )
      const isNew = (index: number) => !known[index]?.delivery && isUnsent(known[index]?.trace)
      const fresh = all.filter((_, index) => isNew(index))
      await lanes.add(
        channel,
        fresh.map(({ item, job }) => ({ job, delivery: deliver(item, job) })),
      )
      for (const [index, { item, job }] of all.entries()) {
        if (!isUnsent(known[index]?.trace)) {
          freed(item.id, 'it went out under this name already')
          done.push({
            did: 'left',
            id: item.id,
            why: 'Redis knows that it went out under this name already; if it is something new, let it go out again with `repeat`, or give it a name of its own',
          })
          continue
        }
        const inTheWay = isNew(index) ? undefined : await put(item, job)
        if (inTheWay) {
          freed(item.id, ways[inTheWay])
          done.push({ did: 'left', id: item.id, why: ways[inTheWay] })
          continue
        }
        sent(item.id, job)
        done.push({ did: 'added', id: item.id })
      }
    }
    done.push(...(await mendJobs(plan, lanes, deliver)))
  } finally {
    alone(() => {
      note(say)
      note(endedPushes(read(), now, 'redis'))
    })
  }
  return { done, reports, due, held: plan.held, unchanged: plan.unchanged }
}

async function lookAtDue(
  ledger: Ledger,
  lanes: Pick<HandOverTools['lanes'], 'lookUp'>,
  now: string,
): Promise<Due> {
  const due: Due = { waiting: [], lost: [], sending: [] }
  for (const [channel, rows] of Map.groupBy(dueRows(ledger, now), (row) => row.channel)) {
    const jobs = await lanes.lookUp(
      channel,
      rows.map(({ remote }) => remote),
    )
    const { waiting, lost, sending } = sortDue(rows, jobs)
    due.sending.push(...sending)
    due.waiting.push(...waiting)
    due.lost.push(...lost)
  }
  return due
}

const ways = {
  'being sent': 'it is being sent right now; hand over again to learn what became of it',
  over: 'a worker is done with it',
}
