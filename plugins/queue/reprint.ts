import { join } from 'node:path'
import type { Handover, Ledger } from '../../src/snippets/ledger/fold-ledger.ts'
import { explainDisk } from './explain-disk.ts'
import { refusePush } from './named.ts'
import { QueueRefusal } from './queue-refusal.ts'
import type { Shelf } from './shelf.ts'

/**
 * Writes the files of an open export again, byte for byte as the ledger remembers them. None is written that holds a post
 * whose time has passed, or one that stands in another export too: it would go out late, or twice.
 * @param out folder for the files, absolute
 * @param now RFC 3339 instant
 * @returns paths of the files
 */
export function reprint(
  handover: Handover,
  { active }: Pick<Ledger, 'active'>,
  out: string,
  shelf: Shelf,
  now: string,
): string[] {
  refusePush(handover)
  const { name, state, files, rows } = handover
  const told = rows.find((row) => row.state !== 'open')
  if (state !== 'open' || told)
    throw new QueueRefusal(
      state === 'undone'
        ? `\`${name}\` was given up; what it held goes into the next export.`
        : `\`${name}\` was uploaded already${told && state === 'open' ? `, since \`${told.id}\` of it was ${told.state}` : ''}. Uploading it again would post it twice.`,
    )
  const past = rows.filter(({ at }) => at.instant <= now)
  if (past.length > 0)
    throw new QueueRefusal(
      [
        `\`${name}\` cannot be written again: the time of ${past.length === rows.length ? 'all it holds' : `${past.length} of ${rows.length} posts`} has passed. Nothing was written. If it was uploaded: npm run queue -- confirm ${name}. If not: npm run queue -- undo ${name}, and what is still ahead goes into the next export.`,
        ...past.map(({ at, id }) => `  ${at.local.replace('T', ' ')}  ${id}`),
      ].join('\n'),
    )
  const others = rows.flatMap(({ id, hash }) =>
    (active.get(id) ?? []).filter((row) => row.hash === hash && row.export !== name),
  )
  if (others.length > 0)
    throw new QueueRefusal(
      [
        `\`${name}\` holds what another export holds too. Nothing was written. Only one of them may be uploaded: confirm that one, and undo the other, with npm run queue -- confirm EXPORT and undo EXPORT.`,
        ...others.map((row) => `  ${row.id} is in ${row.export}, ${row.state}`),
      ].join('\n'),
    )
  try {
    const prepared = files.map((file) => shelf.prepare(join(out, file.name), file.content, false))
    for (const each of prepared) each.place()
  } catch (error) {
    throw new QueueRefusal(`\`${name}\` could not be written: in ${out}, ${explainDisk(error)}.`)
  }
  return files.map((file) => join(out, file.name))
}

/** The open exports whose files are not in a folder as they were written. */
export function notIn(handovers: readonly Handover[], out: string, shelf: Pick<Shelf, 'read'>): Handover[] {
  return handovers.filter(
    ({ state, files }) =>
      state === 'open' && files.some(({ name, content }) => shelf.read(join(out, name)) !== content),
  )
}
