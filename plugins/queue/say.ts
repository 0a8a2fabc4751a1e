import type { Ledger, Row } from '../../src/snippets/ledger/fold-ledger.ts'
import { pushServers, serverOf } from '../../src/snippets/ledger/is-push.ts'
import type { Statement } from '../../src/snippets/ledger/ledger-line.ts'
import { statementFile } from '../../src/snippets/ledger/make-handover.ts'
import { explainDisk } from './explain-disk.ts'
import { exportNamed, onlyOpen, refusePush, rowNamed, rowToRemove } from './named.ts'
import { QueueRefusal } from './queue-refusal.ts'
import { refuseFuture } from './refuse-times.ts'
import type { Shelf } from './shelf.ts'

/** What is said of the ledger, by whom it is held and when. */
export interface Saying {
  ledger: Ledger
  shelf: Shelf
  /** RFC 3339 instant. */
  now: string
}

/** Notes that an export was uploaded. Without a name the only open one is meant. */
export function confirmExport(saying: Saying, name: string | undefined): string {
  const handover = name === undefined ? onlyOpen(saying.ledger) : exportNamed(saying.ledger, name)
  const { name: named, state, rows } = handover
  refusePush(handover)
  if (state === 'confirmed') return `\`${named}\` is confirmed already.`
  if (state === 'undone')
    throw new QueueRefusal(
      `\`${named}\` was given up. If it was uploaded all the same, delete its posts in the tool: they may be in a later export too.`,
    )
  write(saying, { type: 'confirm', export: named, at: saying.now })
  const number = rows.filter((row) => row.state === 'open').length
  return `\`${named}\` is confirmed: the tool has ${number === 1 ? '1 post' : `${number} posts`}.`
}

/** Gives up an export that was never uploaded. */
export function undoExport(saying: Saying, name: string): string {
  const handover = exportNamed(saying.ledger, name)
  const { name: named, state, rows } = handover
  refusePush(handover)
  if (state === 'undone') return `\`${named}\` is given up already.`
  if (state === 'confirmed')
    throw new QueueRefusal(
      `\`${named}\` was confirmed, so the tool has it. Delete single posts there, and say so: npm run queue -- removed ROW`,
    )
  const told = rows.find((row) => row.state !== 'open')
  if (told)
    throw new QueueRefusal(
      `\`${named}\` was uploaded, since \`${told.id}\` of it was ${told.state}. Confirm it: npm run queue -- confirm ${named}`,
    )
  write(saying, { type: 'undo', export: named, at: saying.now })
  return `\`${named}\` is given up. Delete its files; what they held goes into the next export.`
}

/** Frees a row that the tool did not take. */
export function refuseRow(
  saying: Saying,
  id: string,
  options: { export?: string | undefined; why?: string | undefined },
): string {
  const row = rowNamed(saying.ledger, id, options.export)
  if (row.state === 'open') refusePush(exportNamed(saying.ledger, row.export))
  if (row.state === 'refused') return `\`${id}\` is noted as refused already.`
  if (row.state !== 'open' && row.state !== 'confirmed')
    throw new QueueRefusal(`\`${id}\` is in no tool: it was ${row.state}.`)
  const server = serverOf(saying.ledger)(row)
  if (server) {
    const { name, again } = pushServers[server]
    throw new QueueRefusal(
      `${name} took \`${id}\`. Nothing was written. If it is not to go out as it stands there, change or drop it here, and then: ${again}\nOnce you deleted it there: npm run queue -- removed ${id}`,
    )
  }
  const { why } = options
  write(saying, {
    type: 'refuse',
    export: row.export,
    id,
    at: saying.now,
    ...(why !== undefined && { why }),
  })
  return `\`${id}\` was refused. It goes into the next export as it stands then, so mend what the tool did not like first.`
}

/**
 * Notes that a row was deleted in the tool before it went out.
 * @param gone rows that someone was asked to delete: of several with one id, they are meant
 */
export function rowRemoved(
  saying: Saying,
  id: string,
  options: { export?: string | undefined },
  gone: () => readonly Row[] = () => [],
): string {
  const row = rowToRemove(saying.ledger, id, options.export, gone)
  if (row.state === 'removed') return `\`${id}\` is noted as removed already.`
  if (row.state === 'open') refusePush(exportNamed(saying.ledger, row.export))
  if (row.state === 'open')
    throw new QueueRefusal(
      `Nobody said yet whether \`${row.export}\`, which holds \`${id}\`, was uploaded. Confirm it first, or undo it: npm run queue -- confirm ${row.export}`,
    )
  if (row.state !== 'confirmed') throw new QueueRefusal(`\`${id}\` is in no tool: it was ${row.state}.`)
  write(saying, { type: 'removed', export: row.export, id, at: saying.now })
  return `\`${id}\` is out of the tool. If it is still wanted, it goes into the next export.`
}

/** Notes that a person saw a row where it was to go: it went out, though nobody said so. */
export function rowPosted(saying: Saying, id: string, options: { export?: string | undefined }): string {
  const row = rowNamed(saying.ledger, id, options.export)
  if (row.posted) return `\`${id}\` is noted as posted already.`
  if (serverOf(saying.ledger)(row) !== 'redis' || row.state !== 'confirmed')
    throw new QueueRefusal(
      `\`${id}\` is not with workers, who say what they posted: it is ${row.state}. Nothing was written.`,
    )
  if (row.at.instant > saying.now)
    throw new QueueRefusal(`\`${id}\` goes out at ${row.at.local.replace('T', ' ')}. Nothing was written.`)
  write(saying, { type: 'posted', export: row.export, id, at: saying.now, name: 'seen by a person' })
  return `\`${id}\` counts as posted.`
}

function write(
  { ledger, shelf, now }: Saying,
  said: Exclude<Statement, { type: 'file' | 'row' | 'export' }>,
): void {
  refuseFuture(ledger, now, shelf)
  const { path, content } = statementFile([said])
  try {
    shelf.prepare(path, content, true).place()
  } catch (error) {
    // Someone said the very same in the same second.
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return
    throw new QueueRefusal(`Nothing was written: in ${path}, ${explainDisk(error)}.`)
  }
}
