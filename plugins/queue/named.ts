import { nearest } from '../../src/calendar/nearest.ts'
import type { Handover, Ledger, Row } from '../../src/snippets/ledger/fold-ledger.ts'
import { isPush, type PushServer, pushServers } from '../../src/snippets/ledger/is-push.ts'
import { QueueRefusal } from './queue-refusal.ts'

/** The export of a name. */
export function exportNamed({ handovers }: Ledger, name: string): Handover {
  const found = handovers.find((each) => each.name === name)
  if (found) return found
  const meant = nearest(
    name,
    handovers.map((each) => each.name),
  )
  throw new QueueRefusal(
    `There is no export \`${name}\`. ${meant ? `Did you mean \`${meant}\`?` : 'See them all: npm run queue -- status'}`,
    2,
  )
}

/** The one export of which nobody said yet whether it was uploaded. A push is none: what became of it is looked up. */
export function onlyOpen({ handovers }: Ledger): Handover {
  const open = handovers.filter((each) => each.state === 'open' && !isPush(each))
  if (open.length === 1) return open[0] as Handover
  throw new QueueRefusal(
    open.length === 0
      ? 'No export is open.'
      : `${open.length} exports are open. Say which: ${open.map(({ name }) => `\`${name}\``).join(', ')}`,
  )
}

/** The row of an id: of several, the one that is with a tool. */
export function rowNamed({ active, handovers }: Ledger, id: string, name: string | undefined): Row {
  const isMeant = (row: Row) => row.id === id && (name === undefined || row.export === name)
  const rows = (active.get(id) ?? []).filter(isMeant)
  if (rows.length === 1) return rows[0] as Row
  if (rows.length > 1)
    throw new QueueRefusal(
      `\`${id}\` stands in several exports. Say which with --export: ${rows.map((row) => `\`${row.export}\``).join(', ')}`,
    )
  const over = handovers.flatMap((handover) => handover.rows.filter(isMeant)).at(-1)
  if (over) return over
  const meant = nearest(id, active.keys())
  throw new QueueRefusal(
    `No row \`${id}\` was handed over${name === undefined ? '' : ` in \`${name}\``}. ${meant && meant !== id ? `Did you mean \`${meant}\`?` : `See the rows of an export: npm run queue -- status EXPORT`}`,
    2,
  )
}

/**
 * The row that somebody deleted in a tool. Without the name of an export it is the one that was to be deleted; once a row
 * of that id was removed, no other is meant without its name, so that saying it twice frees nothing that is in a tool.
 */
export function rowToRemove(
  ledger: Ledger,
  id: string,
  name: string | undefined,
  gone: () => readonly Row[],
): Row {
  if (name !== undefined) return rowNamed(ledger, id, name)
  const withTool = ledger.active.get(id) ?? []
  const removed = ledger.handovers
    .flatMap(({ rows }) => rows)
    .findLast((row) => row.id === id && row.state === 'removed')
  if (withTool.length < 2 && !removed) return rowNamed(ledger, id, undefined)
  const [asked, ...others] = gone().filter((row) => row.id === id)
  if (asked && others.length === 0) return asked
  if (!removed || others.length > 0 || withTool.length > 1) return rowNamed(ledger, id, undefined)
  const [left] = withTool
  if (!left) return removed
  throw new QueueRefusal(
    `\`${id}\` is noted as removed already, of \`${removed.export}\`. It stands in \`${left.export}\` too, and there it is wanted. Nothing was written. If you deleted that one: npm run queue -- removed ${id} --export ${left.export}`,
  )
}

/** Of what was sent to a server and may be there, nobody says anything on a guess: it would be posted twice, or lost. */
export function refusePush(handover: Handover): void {
  if (handover.state !== 'open' || !isPush(handover)) return
  const { name, again } = pushServers[handover.format as PushServer]
  throw new QueueRefusal(
    `\`${handover.name}\` was sent to ${name}, and ${name} knows what arrived. Nothing was written. Push again, which looks that up before it sends anything: ${again}`,
  )
}
