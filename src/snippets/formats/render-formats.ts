import type { Format } from '../format.ts'

/** The formats as a table: what each takes, where that was read, when, and how sure it is. */
export function renderFormats(formats: Readonly<Record<string, Format>>): string {
  const rows = Object.entries(formats).map(([id, { name, source, ...format }]) => [
    id,
    name,
    limitsOf(format),
    source.sure,
    source.read,
    source.where,
  ])
  const table = [['format', 'tool', 'takes', 'how sure', 'read', 'source'], ...rows]
  const widths = table[0]?.map((_, column) => Math.max(...table.map((row) => row[column]?.length ?? 0))) ?? []
  return table
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

function limitsOf({
  isPerChannel,
  mostRows,
  lead,
  apart,
  hasThreads,
}: Omit<Format, 'name' | 'source'>): string {
  return [
    isPerChannel === true ? 'a file a channel' : 'one file',
    mostRows === undefined ? '' : `${mostRows} rows`,
    lead === 0 ? '' : `${lead} min ahead`,
    apart === undefined ? '' : `${apart} min apart`,
    hasThreads ? 'threads' : '',
  ]
    .filter(Boolean)
    .join(', ')
}
