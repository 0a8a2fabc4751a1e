import { csvFormat } from './csv-format.ts'
import { plainColumns, plainRecord } from './plain-record.ts'

/** Our own table, for tools that read any CSV. */
export const csv = csvFormat({
  id: 'plain',
  name: 'CSV',
  source: { where: 'src/snippets/formats/plain-record.ts', read: '2026-11', sure: 'ours' },
  takesAll: true,
  isPerChannel: false,
  lead: 0,
  hasZone: true,
  hasAlt: true,
  columns: () => plainColumns,
  row: (item, { zone }) =>
    Object.fromEntries(
      Object.entries(plainRecord(item, zone)).map(([column, value]) => [column, value ?? '']),
    ),
  steps: (files) => [
    `${files.map(({ name }) => `\`${name}\``).join(', ')} is yours to read into what you like: UTF-8, lines ending in CRLF, cells quoted after RFC 4180.`,
    '`id` stays the same when words or time change, and `hash` changes with the words: with both, nothing has to be posted twice.',
  ],
})
