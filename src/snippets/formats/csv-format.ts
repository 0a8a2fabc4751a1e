import type { ExportItem, Format, FormatContext } from '../format.ts'
import { renderCsv } from './csv-text.ts'

/** What a format that is a CSV file says of itself. */
export interface CsvFacts extends Omit<Format, 'render' | 'row'> {
  /** Begins the names of its files. */
  id: string
  /** Names of the columns, in order. */
  columns(items: readonly ExportItem[], context: FormatContext): readonly string[]
  /** Cells by column; those that are left out stay empty. */
  row: NonNullable<Format['row']>
  delimiter?: string
  /** What stands before the rows instead of the names of the columns, with its line end. */
  head?: string
}

/** A format that is a CSV file: a line of column names, and a row for each item. */
export function csvFormat({ id, columns, row, delimiter, head, ...facts }: CsvFacts): Format {
  return {
    ...facts,
    row,
    render(items, name, context) {
      const names = columns(items, context)
      const rows = items.map((item) => {
        const cells = row(item, context)
        return names.map((column) => cells[column] ?? '')
      })
      return {
        name: `${id}-${name}.csv`,
        content: (head ?? renderCsv([names], delimiter)) + renderCsv(rows, delimiter),
      }
    },
  }
}

/** The words of an item in one cell. A thread that has to stand in one has an empty line between its posts. */
export function textCell(parts: readonly string[]): string {
  return parts.join('\n\n')
}
