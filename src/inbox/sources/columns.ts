import type { InboxTable } from '../../calendar/inbox-settings.ts'
import { nearest } from '../../calendar/nearest.ts'
import type { Problem } from '../../calendar/problem.ts'
import { list } from '../../calendar/wording.ts'
import type { ReadContext, Said } from '../source.ts'
import { exportLack } from './export-lack.ts'

/** What columns are usually called, for files that the plan says nothing of. */
const usual: Record<keyof InboxTable['columns'], readonly string[]> = {
  text: ['text', 'question', 'message', 'comment', 'content', 'body', 'title', 'subject'],
  at: [
    'at',
    'date',
    'time',
    'created',
    'created_at',
    'published',
    'timestamp',
    'day',
    'when',
    'asked',
    'asked_at',
  ],
  by: ['by', 'author', 'name', 'user', 'username', 'from', 'customer', 'who'],
  on: ['on', 'channel', 'source', 'network', 'platform'],
  url: ['url', 'link', 'permalink', 'address'],
}

/** Which column of a file holds what, by names as they stand in it. */
type Columns = Partial<Record<keyof InboxTable['columns'], string | undefined>>

/** The columns of a file, and the plan's table that they belong to. */
export interface Layout {
  columns: Columns
  table?: InboxTable & { name: string }
}

/**
 * The columns of a file: those of the table that was asked for, else of the first of the plan's tables that it has,
 * else those with a usual name.
 * @param names the columns that it has
 */
export function layoutOf(
  names: readonly string[],
  { tables, table: asked }: Pick<ReadContext, 'tables' | 'table'>,
): Layout | Problem {
  const lackedBy = (name: string) =>
    Object.values(tables[name]?.columns ?? {}).filter((column) => column && !names.includes(column))
  const has = list(names.slice(0, 12))
  const [lack] = asked === undefined ? [] : lackedBy(asked)
  if (lack !== undefined) {
    const meant = nearest(lack, names)
    const place = `the plan, under \`inbox.tables.${asked}.columns\``
    return {
      problem: `there is no column \`${lack}\`; it has ${has}`,
      mend: meant ? `did you mean \`${meant}\`? Say so in ${place}` : `say in ${place} what it is called`,
    }
  }
  const name = asked ?? Object.keys(tables).find((each) => lackedBy(each).length === 0)
  const table = name === undefined ? undefined : tables[name]
  if (name !== undefined && table) return { columns: table.columns, table: { name, ...table } }
  const columns = usualColumns(names)
  if (columns.text !== undefined) return { columns }
  const lacking = exportLack(names)
  if (lacking) return lacking
  return {
    problem: `no column holds the words; it has ${has}`,
    mend: `say which in the plan, as in \`inbox: { tables: { mine: { columns: { text: ${names[0] || 'Question'} } } } }\``,
  }
}

function usualColumns(names: readonly string[]): Columns {
  const found: Columns = {}
  for (const [field, words] of Object.entries(usual) as [keyof Columns, readonly string[]][]) {
    const name = words.flatMap((word) => names.find((each) => each.trim().toLowerCase() === word) ?? [])[0]
    if (name !== undefined && !Object.values(found).includes(name)) found[field] = name
  }
  return found
}

/** Columns with a name that nothing is taken from. */
export function unusedIn(names: readonly string[], { columns }: Layout): string[] {
  const used = Object.values(columns)
  return names.filter((name) => name !== '' && !used.includes(name))
}

/** A row with its columns put in their places; undefined where it has no words. */
export function saidIn(
  row: Readonly<Record<string, unknown>>,
  { columns, table }: Layout,
  line: number,
): Said | undefined {
  const cell = (field: keyof Columns) => {
    const value = columns[field] === undefined ? undefined : row[columns[field]]
    const isPlain = typeof value === 'string' || typeof value === 'number'
    return isPlain ? String(value).trim() || undefined : undefined
  }
  const text = cell('text')
  if (text === undefined) return undefined
  const said: Said = { line, text, ...(table && { on: table.on ?? table.name }) }
  for (const field of ['on', 'at', 'by', 'url'] as const) {
    const value = cell(field)
    if (value !== undefined) said[field] = value
  }
  return said
}
