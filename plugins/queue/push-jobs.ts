import type { ExportItem } from '../../src/snippets/format.ts'
import type { Ledger, Row } from '../../src/snippets/ledger/fold-ledger.ts'
import type { PushPlan, RemoteRow } from '../../src/snippets/ledger/plan-push.ts'
import { remotesIn, removedAll, type Settled } from '../../src/snippets/ledger/settle-push.ts'
import { isSame, type PostizPost } from '../../src/snippets/postiz-post.ts'
import { sentParts } from '../../src/snippets/queue-item.ts'
import type { Pushed } from './push-postiz.ts'

/** One thing to do on a server. What is `found` is there already, and only has to be remembered. */
export type Job =
  | { act: 'create'; item: ExportItem }
  | { act: 'found'; item: ExportItem; remote: string }
  | { act: 'update'; item: ExportItem; row: Row; remote: string; group?: string }
  | { act: 'remove'; row: Row; remote: string }

/** What is to be done on a server, and what need not be, seeing what it has. */
export interface PushWork {
  jobs: Job[]
  say: Settled['say']
  done: Pushed[]
}

/** States in which a post has not gone out, so that it can still be changed or deleted. */
const waiting: ReadonlySet<string> = new Set(['QUEUE', 'DRAFT'])

/**
 * Holds a plan against what the server has: what went out there is left alone, and what is there already is not sent. What
 * somebody deleted there is forgotten where it was changed or canceled since; otherwise it may have been deleted for a
 * reason, and a person has to say.
 */
export function pushWork(
  { create, update, remove, kept }: PushPlan,
  ledger: Ledger,
  posts: readonly PostizPost[],
  integrationOf: (channel: string) => string | undefined,
  now: string,
): PushWork {
  const work: PushWork = { jobs: [], say: [], done: [] }
  const byId = new Map(posts.map((post) => [post.id, post]))
  const taken = new Set(remotesIn(ledger).values())
  const waitingPost = ({ row, remote }: RemoteRow): PostizPost | undefined => {
    const post = byId.get(remote)
    if (!post) {
      work.say.push(...removedAll(ledger, remote, now))
      work.done.push({ did: 'gone', id: row.id, why: 'somebody deleted it in Postiz' })
    } else if (!waiting.has(post.state)) {
      work.done.push({ did: 'left', id: row.id, why: `Postiz has it as ${post.state}` })
      return undefined
    }
    return post
  }
  for (const { row, remote } of kept) if (!byId.has(remote)) work.done.push({ did: 'missing', id: row.id })
  for (const { row, remote } of remove)
    if (waitingPost({ row, remote })) work.jobs.push({ act: 'remove', row, remote })
  for (const { item, row, remote } of update) {
    const post = waitingPost({ row, remote })
    if (post) work.jobs.push({ act: 'update', item, row, remote, ...(post.group && { group: post.group }) })
  }
  for (const item of create) {
    const sought = {
      integration: integrationOf(item.channel) ?? '',
      at: item.at.instant,
      text: sentParts(item).join('\n\n'),
    }
    const found = posts.find((post) => !taken.has(post.id) && isSame(post, sought))
    if (found) taken.add(found.id)
    work.jobs.push(found ? { act: 'found', item, remote: found.id } : { act: 'create', item })
  }
  return work
}

/** How many requests a job takes. */
export function costOf(job: Job): number {
  if (job.act === 'found') return 0
  return 'item' in job && job.item.image ? 2 : 1
}
