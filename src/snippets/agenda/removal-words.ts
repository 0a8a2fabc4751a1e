import { ownFormat } from '../formats.ts'
import type { Ledger, Row } from '../ledger/fold-ledger.ts'

/** Which tool has a row, as far as its export tells: `Buffer`. */
export function toolOf({ handovers }: Pick<Ledger, 'handovers'>): (row: Row) => string {
  const byName = new Map(handovers.map(({ name, format }) => [name, ownFormat(format)?.name ?? format]))
  return (row) => byName.get(row.export) ?? row.export
}

/** What to say once a row was deleted in its tool: `npm run queue -- removed ID`, with its export where others have one of that id. */
export function removalOf({ handovers }: Pick<Ledger, 'handovers'>): (row: Row) => string {
  const exports = new Map<string, number>()
  for (const { rows } of handovers) for (const { id } of rows) exports.set(id, (exports.get(id) ?? 0) + 1)
  return ({ id, export: name }) =>
    `npm run queue -- removed ${id}${(exports.get(id) ?? 0) > 1 ? ` --export ${name}` : ''}`
}
