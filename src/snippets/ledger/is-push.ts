import type { Handover, Ledger, Row } from './fold-ledger.ts'

/** Was this sent to a server, rather than written into a file? Of what is no longer open, its rows tell. */
export function isPush({ format, files }: Pick<Handover, 'format' | 'files'>): boolean {
  return format === 'postiz' && files.length === 0
}

/** Tells rows that a server has or may have from rows of files, which people upload. */
export function pushedRows({ handovers }: Pick<Ledger, 'handovers'>): (row: Row) => boolean {
  const open = new Set(
    handovers.filter((each) => each.state === 'open' && isPush(each)).map(({ name }) => name),
  )
  return (row) => row.remote !== undefined || open.has(row.export)
}
