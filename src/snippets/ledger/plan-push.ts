import type { ExportItem } from '../format.ts'
import { checkExport, isFor } from '../formats/check-export.ts'
import type { QueueItem } from '../queue-item.ts'
import { overlapOf, shinglesOf } from '../shingles.ts'
import { diffQueue } from './diff-queue.ts'
import type { Ledger, Row } from './fold-ledger.ts'
import { isPush, type PushServer, pushServers, serverOf } from './is-push.ts'
import { type ExportWish, type Held, planExport, withImage } from './plan-export.ts'
import { remotesIn } from './settle-push.ts'

/** A row and its name on the server. */
export interface RemoteRow {
  row: Row
  remote: string
}

/** What is to be told a server. */
export interface PushPlan {
  create: readonly ExportItem[]
  /** The server changes what it has. */
  update: readonly (RemoteRow & { item: ExportItem })[]
  remove: readonly RemoteRow[]
  /** Sent before, and nobody knows yet whether it arrived. */
  open: readonly Row[]
  held: readonly Held[]
  /** How many the server is known to have as they are wanted; all that it was sent and that is wanted still. */
  unchanged: number
  kept: readonly (RemoteRow & { item: ExportItem })[]
}

/** With less in common than this, words say something else. */
const mostlyNew = 1 / 3

/** What is asked of a push, and to which server. */
export type PushWish = ExportWish & { server: PushServer }

/**
 * Holds the whole queue against the ledger, and says what a server is to be told.
 * @param again keys of changes of which nobody knows whether they were made
 */
export function planPush(
  items: readonly QueueItem[],
  ledger: Ledger,
  wish: PushWish,
  again: ReadonlySet<string> = new Set(),
): PushPlan {
  const { now, context, channels, format, server } = wish
  const plan = planExport(items, ledger, wish)
  const earliest = Temporal.Instant.from(now.instant).add({ minutes: format.lead }).toString()
  const { change, unchanged, leaving } = diffQueue(
    items,
    ledger,
    { now: now.instant, channels: context.channels },
    earliest,
  )
  const pushes = new Set(ledger.handovers.filter((each) => isPush(each, server)).map(({ name }) => name))
  const remotes = remotesIn(ledger)
  const isAsked = ({ channel }: { channel: string }) => !channels || channels.includes(channel)
  const remoteOf = (row: Row): RemoteRow[] => {
    const remote = remotes.get(row.key)
    const isKnown = row.state === 'confirmed' || again.has(row.key)
    return remote !== undefined && isKnown && pushes.has(row.export) ? [{ row, remote }] : []
  }
  const isSoon = ({ at }: { at: { instant: string } }) => at.instant < earliest

  const changedRows = new Set(change.map(({ row }) => row))
  const serverFor = serverOf(ledger)
  const keptItems = new Set<QueueItem>(plan.unchanged)
  const held = new Map(plan.held.map((each) => [each.item.id, each]))
  const changed = [...change, ...unchanged.filter(({ row }) => again.has(row.key))].flatMap(
    ({ item, row }) =>
      isAsked(item) && isFor(format, item)
        ? remoteOf(row).map((known) => ({ ...known, item: withImage(item, context.site.url) }))
        : [],
  )
  const problems = checkExport(
    changed.map(({ item }) => item),
    format,
    context,
  )
  const left: RemoteRow[] = []
  const update = changed.filter(({ item, row, remote }) => {
    held.delete(item.id)
    // It would go out at once, so it has to be what was handed over, in nearly the same words.
    if (row.isWaiting && item.at.instant <= now.instant && !isAlike(item, row)) {
      left.push({ row, remote })
      held.set(item.id, {
        item,
        what: 'its time has passed, and it says something else than what was handed over under its name, which is taken back',
        mend: 'give it a time ahead with `at`',
      })
      return false
    }
    const error = problems.get(item)?.find(({ level }) => level === 'error')
    if (error) held.set(item.id, { item, ...error })
    else if (!row.isWaiting && (isSoon(row) || isSoon(item)))
      held.set(item.id, {
        item,
        what: `it goes out within ${format.lead} minutes, before or after the change`,
        mend: `change it in ${pushServers[server].name} by hand, or leave it`,
      })
    else return true
    return false
  })
  return {
    create: plan.write,
    update,
    remove: leaving
      .filter((row) => !changedRows.has(row) && isAsked(row) && (row.isWaiting || !isSoon(row)))
      .flatMap(remoteOf)
      .concat(left),
    open: ledger.handovers
      .filter((each) => isPush(each, server))
      .flatMap(({ rows }) => rows.filter(({ state }) => state === 'open')),
    held: [...held.values()],
    unchanged: unchanged.filter(
      ({ item, row }) => keptItems.has(item) && row.state === 'confirmed' && serverFor(row) === server,
    ).length,
    kept: unchanged
      .filter(({ row }) => isAsked(row) && !again.has(row.key))
      .flatMap(({ item, row }) =>
        remoteOf(row).map((known) => ({ ...known, item: withImage(item, context.site.url) })),
      ),
  }
}

/** Whether an item still is what was handed over, in other words. */
function isAlike({ parts }: QueueItem, { text }: Row): boolean {
  return overlapOf(shinglesOf(parts.join('\n')), shinglesOf(text)) >= mostlyNew
}
