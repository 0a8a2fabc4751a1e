import type { Ledger, Row } from '../snippets/ledger/fold-ledger.ts'
import { isPush } from '../snippets/ledger/is-push.ts'
import type { Statement } from '../snippets/ledger/ledger-line.ts'
import { isOver, type Trace } from './trace.ts'

/** What workers know of a job. */
export interface Report {
  channel: string
  job: string
  trace: Trace
}

/** What reports come to. */
export interface ReadReports {
  /** What the ledger does not know yet. */
  say: Extract<Statement, { type: 'posted' | 'refuse' | 'doubt' | 'sent' }>[]
  /** Rows that something was said of, with what that is in words for people. */
  news: { row: Row; is: 'posted' | 'refused' | 'doubt' | 'older'; words: string }[]
  /** Posted, and handed over by somebody whose ledger is not here. */
  strangers: number
}

/**
 * Reads what workers did into the ledger. Reading the same twice says nothing new.
 * @param now RFC 3339 instant
 */
export function readReports(reports: Iterable<Report>, { handovers }: Ledger, now: string): ReadReports {
  const rows = new Map<string, Row[]>()
  for (const { rows: own } of handovers.filter((each) => isPush(each, 'redis')))
    for (const row of own)
      if (row.remote !== undefined)
        rows.getOrInsertComputed(`${row.channel} ${row.remote}`, () => []).push(row)
  const result: ReadReports = { say: [], news: [], strangers: 0 }
  for (const { channel, job, trace } of reports) {
    if (!isOver(trace)) continue
    const known = rows.get(`${channel} ${job}`)
    // Of a row that was changed after it was handed over, what went out may be an older form.
    const row = known?.findLast(({ hash }) => hash === trace.hash) ?? known?.at(-1)
    if (!row) {
      result.strangers++
      continue
    }
    const said = { export: row.export, id: row.id, at: now }
    if (trace.is === 'sent') {
      if (known?.some(({ posted }) => posted)) continue
      const { id: name, address } = trace
      result.say.push({ type: 'posted', ...said, name, ...(address !== undefined && { address }) })
      const isOlder = row !== known?.at(-1)
      result.news.push({ row, is: isOlder ? 'older' : 'posted', words: address ?? name })
    } else if (trace.is === 'refused') {
      if (row.state !== 'confirmed' || row.posted) continue
      result.say.push({ type: 'refuse', ...said, why: trace.why })
      result.news.push({ row, is: 'refused', words: trace.why })
    } else {
      if (row.posted || row.state !== 'confirmed') continue
      if (row.doubt === undefined) result.say.push({ type: 'doubt', ...said, why: trace.why })
      result.news.push({ row, is: 'doubt', words: trace.why })
    }
  }
  return result
}
