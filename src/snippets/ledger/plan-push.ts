import type { ExportItem } from '../format.ts'
import { checkExport, isFor } from '../formats/check-export.ts'
import { postiz } from '../formats/postiz.ts'
import type { QueueItem } from '../queue-item.ts'
import { diffQueue } from './diff-queue.ts'
import type { Handover, Ledger, Row } from './fold-ledger.ts'
import { type ExportWish, type Held, planExport, withImage } from './plan-export.ts'

/** A row that a server has under a name of its own. */
export type RemoteRow = Row & { remote: string }

/** What is to be told a server. */
export interface PushPlan {
  create: readonly ExportItem[]
  /** The server changes what it has. */
  update: readonly { item: ExportItem; row: RemoteRow }[]
  remove: readonly RemoteRow[]
  /** Sent before, and nobody knows yet whether it arrived. */
  open: readonly Row[]
  held: readonly Held[]
}

/** Was this sent to a server, rather than written into a file? */
export function isPush({ format, files }: Pick<Handover, 'format' | 'files'>): boolean {
  return format === 'postiz' && files.length === 0
}

/** Holds the whole queue against the ledger, and says what a Postiz server is to be told. */
export function planPush(
  items: readonly QueueItem[],
  ledger: Ledger,
  wish: Omit<ExportWish, 'format'>,
): PushPlan {
  const { now, context, channels } = wish
  const plan = planExport(items, ledger, { ...wish, format: postiz })
  const earliest = Temporal.Instant.from(now.instant).add({ minutes: postiz.lead }).toString()
  const { change, cancel } = diffQueue(items, ledger, now.instant, earliest)
  const pushes = new Set(ledger.handovers.filter(isPush).map(({ name }) => name))
  const isAsked = ({ channel }: { channel: string }) => !channels || channels.includes(channel)
  const isRemote = (row: Row): row is RemoteRow => row.remote !== undefined && pushes.has(row.export)
  const isSoon = ({ at }: { at: { instant: string } }) => at.instant < earliest

  const held = new Map(plan.held.map((each) => [each.item.id, each]))
  const changed = change.flatMap(({ item, row }) =>
    isAsked(item) && isRemote(row) && isFor(postiz, item)
      ? [{ item: withImage(item, context.site.url), row }]
      : [],
  )
  const problems = checkExport(
    changed.map(({ item }) => item),
    postiz,
    context,
  )
  const update = changed.filter(({ item, row }) => {
    held.delete(item.id)
    const error = problems.get(item)?.find(({ level }) => level === 'error')
    if (error) held.set(item.id, { item, ...error })
    else if (isSoon(row) || isSoon(item))
      held.set(item.id, {
        item,
        what: `it goes out within ${postiz.lead} minutes, before or after the change`,
        mend: 'change it in Postiz by hand, or leave it',
      })
    else return true
    return false
  })
  return {
    create: plan.write,
    update,
    remove: cancel.filter((row) => isAsked(row) && !isSoon(row)).filter(isRemote),
    open: ledger.handovers.filter(isPush).flatMap(({ rows }) => rows.filter(({ state }) => state === 'open')),
    held: [...held.values()],
  }
}
