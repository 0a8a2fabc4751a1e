import type { Ledger, Row } from '../snippets/ledger/fold-ledger.ts'
import { isPush } from '../snippets/ledger/is-push.ts'
import { isUnsent, type Trace } from './trace.ts'

/** A row that was handed over and whose time has passed, without word of what became of it. */
export type DueRow = Row & { remote: string }

/** What is known of such rows. */
export interface Due {
  /** Not sent yet: the job waits for a worker or for its channel. */
  waiting: { row: DueRow; why?: string }[]
  /** Redis knows nothing of them any more, so that they may have gone out or not. */
  lost: DueRow[]
  /** A worker set out to send them, and what became of that is not known yet. */
  sending: DueRow[]
}

/**
 * The rows whose time has passed and of which no worker said anything.
 * @param now RFC 3339 instant
 */
export function dueRows({ active, handovers }: Ledger, now: string): DueRow[] {
  const pushes = new Set(handovers.filter((each) => isPush(each, 'redis')).map(({ name }) => name))
  return [...active.values()]
    .flat()
    .filter((row): row is DueRow => row.remote !== undefined && row.state === 'confirmed')
    .filter(
      ({ at, posted, doubt, export: name }) =>
        at.instant <= now && !posted && doubt === undefined && pushes.has(name),
    )
}

/** Sorts such rows by what Redis knows of their jobs, which come in the same order. */
export function sortDue(
  rows: readonly DueRow[],
  jobs: readonly ({ delivery: unknown; trace: Trace | undefined } | undefined)[],
): Due {
  const due: Due = { waiting: [], lost: [], sending: [] }
  for (const [index, row] of rows.entries()) {
    const job = jobs[index]
    if (!job) due.lost.push(row)
    else if (job.trace?.is === 'sending') due.sending.push(row)
    else if (isUnsent(job.trace)) due.waiting.push({ row, ...(job.trace && { why: job.trace.why }) })
  }
  return due
}

/**
 * The ledger with rows marked that wait though their time has passed: they can still be changed and taken back. So are those that
 * are being sent, which refuse it: what is to replace them must not go out beside them.
 */
export function withWaiting(ledger: Ledger, { waiting, sending }: Pick<Due, 'waiting' | 'sending'>): Ledger {
  const keys = new Set([...waiting.map(({ row }) => row.key), ...sending.map(({ key }) => key)])
  if (keys.size === 0) return ledger
  const marked = (row: Row): Row => (keys.has(row.key) ? { ...row, isWaiting: true } : row)
  return { ...ledger, active: new Map([...ledger.active].map(([id, rows]) => [id, rows.map(marked)])) }
}
