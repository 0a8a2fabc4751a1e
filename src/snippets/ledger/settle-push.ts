import { hasWords, isSame, type PostizPost } from '../postiz-post.ts'
import type { Ledger, Row } from './fold-ledger.ts'
import { isPush, type PushServer } from './is-push.ts'
import type { Statement } from './ledger-line.ts'

/** Minutes after which nothing that was sent can still be on its way: a push of ten minutes, and a slow server. */
const settled = 30

/** What is known of rows whose outcome was not. */
export interface Settled {
  /** What is certain now. */
  say: Exclude<Statement, { type: 'file' | 'row' | 'export' }>[]
  /** What is not. */
  open: { row: Row; why: string }[]
  /** Keys of changes that may or may not have been made: making one again does no harm. */
  again: Set<string>
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
  const result: Settled = { say: [], open: [], again: new Set() }
  const remotes = remotesIn(ledger)
  const taken = new Set(remotes.values())
  const active = new Set([...ledger.active.values()].flat().map(({ key }) => key))
  const there = new Set(posts.map(({ id }) => id))
  for (const { at, rows } of ledger.handovers.filter((each) => isPush(each, 'postiz'))) {
    const until = Temporal.Instant.from(at).add({ minutes: settled }).toString()
    for (const row of rows) {
      if (row.state !== 'open' || !active.has(row.key)) continue
      const said = { export: row.export, id: row.id, at: now }
      const changes = remotes.get(row.key)
      const sought = { integration: integrationOf(row.channel) ?? '', at: row.at.instant, text: row.text }
      const isFree = ({ id }: PostizPost) => !taken.has(id)
      const found = changes ? undefined : posts.find((post) => isFree(post) && isSame(post, sought))
      const elsewhere =
        changes || found ? undefined : posts.find((post) => isFree(post) && hasWords(post, sought))
      if (found) {
        taken.add(found.id)
        result.say.push({ type: 'sent', ...said, remote: found.id })
      } else if (elsewhere)
        result.open.push({
          row,
          why: `Postiz has these words at ${elsewhere.at} instead: if that is it, move it back there`,
        })
      else if (now < until)
        result.open.push({ row, why: `it may still be on its way until ${until}: push again after that` })
      else if (changes === undefined) result.say.push({ type: 'refuse', ...said, why: 'it never arrived' })
      else if (there.has(changes)) result.again.add(row.key)
      else result.say.push(...removedAll(ledger, changes, now))
    }
  }
  return result
}

/**
 * That pushes are over of which every row is known. Whether a change was made matters no more once a later one was: it
 * counts as made.
 */
export function endedPushes(
  { handovers }: Ledger,
  now: string,
  server: PushServer = 'postiz',
): Settled['say'] {
  const later = new Map<string, string>()
  for (const { rows } of handovers)
    for (const { state, remote, replaces = [] } of rows)
      if (state === 'confirmed' && remote !== undefined) for (const key of replaces) later.set(key, remote)
  return handovers
    .filter((each) => isPush(each, server) && each.state === 'open')
    .flatMap(({ name, rows }): Settled['say'] => {
      const open = rows.filter(({ state }) => state === 'open')
      if (!open.every(({ key }) => later.has(key))) return []
      const made = open.map(({ key, id }) => {
        return { type: 'sent' as const, export: name, id, at: now, remote: later.get(key) as string }
      })
      return [...made, { type: 'confirm', export: name, at: now }]
    })
}

/** Names on the server by key of a row: its own, or that of the row that it changes. */
export function remotesIn({ handovers }: Ledger): Map<string, string> {
  const remotes = new Map<string, string>()
  for (const { rows } of handovers)
    for (const { key, remote, replaces, state } of rows) {
      if (state !== 'open' && state !== 'confirmed') continue
      const name = remote ?? replaces?.map((each) => remotes.get(each)).find((each) => each !== undefined)
      if (name !== undefined) remotes.set(key, name)
    }
  return remotes
}

/** That a post is gone from the server, said of every row that it was known by. */
export function removedAll(ledger: Ledger, remote: string, now: string): Settled['say'] {
  const remotes = remotesIn(ledger)
  return ledger.handovers.flatMap(({ rows }) =>
    rows.flatMap(({ key, export: name, id }) =>
      remotes.get(key) === remote ? [{ type: 'removed' as const, export: name, id, at: now }] : [],
    ),
  )
}
