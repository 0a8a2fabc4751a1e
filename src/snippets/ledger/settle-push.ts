import { hasWords, isSame, type PostizPost } from '../postiz-post.ts'
import type { Ledger, Row } from './fold-ledger.ts'
import type { Statement } from './ledger-line.ts'
import { isPush } from './plan-push.ts'

/** Minutes after which nothing that was sent can still be on its way: a push of ten minutes, and a slow server. */
const settled = 30

/** What is known of rows whose outcome was not. */
export interface Settled {
  /** What is certain now. */
  say: Exclude<Statement, { type: 'file' | 'row' | 'export' }>[]
  /** What is not. */
  open: { row: Row; why: string }[]
}

/**
 * Looks rows that may or may not have arrived up among what the server has. One that is not there is given up only when
 * it can no longer be on its way: sending it again before could post it twice.
 * @param posts all that the server has around the times of these rows
 * @param now RFC 3339 instant
 */
export function settlePush(
  ledger: Ledger,
  posts: readonly PostizPost[],
  integrationOf: (channel: string) => string | undefined,
  now: string,
): Settled {
  const result: Settled = { say: [], open: [] }
  const rowOf = new Map(ledger.handovers.flatMap(({ rows }) => rows.map((row) => [row.key, row])))
  const taken = new Set(
    [...rowOf.values()].flatMap(({ remote, state }) => (remote && state !== 'removed' ? [remote] : [])),
  )
  const byId = new Map(posts.map((post) => [post.id, post]))
  for (const { at, rows } of ledger.handovers.filter(isPush)) {
    const until = Temporal.Instant.from(at).add({ minutes: settled }).toString()
    for (const row of rows) {
      if (row.state !== 'open') continue
      const { export: name, id } = row
      const sought = { integration: integrationOf(row.channel) ?? '', at: row.at.instant, text: row.text }
      const before = row.replaces?.map((key) => rowOf.get(key)).find((each) => each?.remote !== undefined)
      const found = before?.remote
        ? [byId.get(before.remote)].find((post) => post && isSame(post, sought))
        : posts.find((post) => !taken.has(post.id) && isSame(post, sought))
      if (found) {
        taken.add(found.id)
        result.say.push({ type: 'sent', export: name, id, at: now, remote: found.id })
        continue
      }
      const elsewhere = before
        ? undefined
        : posts.find((post) => !taken.has(post.id) && hasWords(post, sought))
      if (elsewhere)
        result.open.push({
          row,
          why: `Postiz has these words for another time, ${elsewhere.at}: if that is it, move it back there`,
        })
      else if (now < until)
        result.open.push({
          row,
          why: `Postiz does not have it, and it may still be on its way until ${until}`,
        })
      else {
        result.say.push({ type: 'refuse', export: name, id, at: now, why: 'it never arrived' })
        if (before?.remote && !byId.has(before.remote))
          result.say.push({ type: 'removed', export: before.export, id: before.id, at: now })
      }
    }
  }
  return result
}
