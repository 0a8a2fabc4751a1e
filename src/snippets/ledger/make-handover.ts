import { hash } from 'node:crypto'
import { ledgerFolder } from '../../calendar/sources.ts'
import type { ExportFile, ExportItem, Format, FormatContext } from '../format.ts'
import { batchesOf } from '../formats/batches-of.ts'
import { imageName, sentParts } from '../queue-item.ts'
import { renderLedgerFile, type Statement } from './ledger-line.ts'

/** A file of the ledger: its path from the site's root. */
export interface LedgerFile {
  path: string
  content: string
}

/** An export, made but not written. */
export interface MadeHandover {
  /** Its name: time and a short hash. */
  name: string
  files: readonly ExportFile[]
  ledger: LedgerFile
}

/** How and when an export is made. */
export interface Making {
  /** The format, and the name that people choose it by. */
  id: string
  format: Format
  context: FormatContext
  /** RFC 3339 instant. */
  now: string
  /** Tells it from an export of the same items that someone else makes in the same second. */
  salt: string
}

/**
 * Makes an export: the tool's files, named for it, and the ledger's file that remembers them byte for byte. Pure: the
 * same items, time and salt give the same bytes.
 */
export function makeHandover(
  items: readonly ExportItem[],
  { id: formatId, format, context, now, salt }: Making,
): MadeHandover {
  const name = exportName(items, { id: formatId, now, salt })
  const files = batchesOf(items, format, context).map((batch) =>
    format.render(batch.items, `${batch.name}-${name}`, context),
  )
  const statements: Statement[] = [
    { type: 'export', export: name, format: formatId, at: now },
    ...files.map((file): Statement => ({ type: 'file', export: name, ...file })),
    ...items.map((item) => rowOf(item, name)),
  ]
  return { name, files, ledger: ledgerFile(name, statements) }
}

/** The name of an export: time and a short hash. */
export function exportName(
  items: readonly Pick<ExportItem, 'id' | 'hash' | 'at'>[],
  { id, now, salt }: Pick<Making, 'id' | 'now' | 'salt'>,
): string {
  return `${stampOf(now)}-${shortHash([id, salt, items.map(({ id, hash, at }) => [id, hash, at.instant])])}`
}

/** What the ledger says of an item in an export. */
export function rowOf(item: ExportItem, name: string): Extract<Statement, { type: 'row' }> {
  const { id, hash, channel, network, at, image } = item
  return {
    type: 'row',
    export: name,
    id,
    hash,
    channel,
    ...(network && { network }),
    at,
    text: sentParts(item).join('\n\n'),
    ...(image && { image: imageName(image) }),
  }
}

/** A file of the ledger for what was said of an export later: confirmed, refused, undone, removed, sent. */
export function statementFile(
  said: readonly [Exclude<Statement, { type: 'file' | 'row' }>, ...Statement[]],
): LedgerFile {
  const [{ type, at }] = said
  return ledgerFile(`${stampOf(at)}-${type}-${shortHash(said)}`, said)
}

/** A file of the ledger, whole. Its name says when it was written and what it holds, so that two never meet. */
export function ledgerFile(name: string, statements: readonly Statement[]): LedgerFile {
  const file = `${name}.jsonl`
  return { path: `${ledgerFolder}/${file}`, content: renderLedgerFile(statements, file) }
}

function shortHash(value: unknown): string {
  return hash('sha256', JSON.stringify(value)).slice(0, 6)
}

/** `2026-12-08T07:00:00Z` as it stands in a file's name: `20261208T070000Z`. */
function stampOf(instant: string): string {
  return instant.replace(/[-:]|\.\d+/g, '')
}
