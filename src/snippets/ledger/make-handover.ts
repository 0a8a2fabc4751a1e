import { createHash } from 'node:crypto'
import type { ExportFile, ExportItem, Format, FormatContext } from '../format.ts'
import { batchesOf } from '../formats/batches-of.ts'
import { sentParts } from '../queue-item.ts'
import type { Row } from './fold-ledger.ts'
import { ledgerFolder, renderLine, type Statement } from './ledger-line.ts'

/** An item to hand over, and the rows that it takes the place of: they were deleted in the tool, or are over. */
export interface ToHandOver {
  item: ExportItem
  replaces?: readonly Row[]
}

/** An export, made but not written. */
export interface MadeHandover {
  /** Its name: time and a short hash of what it holds. */
  name: string
  files: readonly ExportFile[]
  /** Path and content of its file in the ledger. */
  ledger: { path: string; content: string }
}

/**
 * Makes an export: the tool's files, and the ledger's file that remembers them byte for byte. Pure: the same items at
 * the same time give the same bytes.
 * @param now RFC 3339 instant
 */
export function makeHandover(
  items: readonly ToHandOver[],
  id: string,
  format: Format,
  context: FormatContext,
  now: string,
): MadeHandover {
  const files = batchesOf(
    items.map(({ item }) => item),
    format,
  ).map(({ name, items }) => format.render(items, name, context))
  const short = createHash('sha256')
    .update(JSON.stringify([id, files]))
    .digest('hex')
    .slice(0, 8)
  const name = `${stampOf(now)}-${short}`
  const rows = items.map(({ item, replaces = [] }): Statement => {
    const { id, hash, channel, at } = item
    return {
      type: 'row',
      export: name,
      id,
      hash,
      channel,
      at,
      text: sentParts(item).join('\n\n'),
      ...(replaces.length > 0 && { replaces: replaces.map(({ key }) => key) }),
    }
  })
  const statements: Statement[] = [
    { type: 'export', export: name, format: id, at: now },
    ...files.map((file): Statement => ({ type: 'file', export: name, ...file })),
    ...rows,
  ]
  return { name, files, ledger: ledgerFile(name, statements) }
}

/** A file of the ledger, whole. Its name says when it was written and what it holds, so that two never meet. */
export function ledgerFile(
  name: string,
  statements: readonly Statement[],
): { path: string; content: string } {
  const file = `${name}.jsonl`
  const lines = statements.map((said, index) => renderLine(said, file, index + 1))
  return { path: `${ledgerFolder}/${file}`, content: lines.map((line) => `${line}\n`).join('') }
}

/** A file of the ledger for what was said of an export later: confirmed, refused, undone, removed, sent. */
export function statementFile(said: readonly Statement[], now: string): { path: string; content: string } {
  const short = createHash('sha256').update(JSON.stringify(said)).digest('hex').slice(0, 8)
  return ledgerFile(`${stampOf(now)}-${said[0]?.type ?? 'note'}-${short}`, said)
}

/** `2026-12-08T07:00:00Z` as it stands in a file's name: `20261208T070000Z`. */
function stampOf(instant: string): string {
  return instant.replace(/[-:]|\.\d+/g, '')
}
