import { isProblem } from '../../calendar/problem.ts'
import type { Said, Source } from '../source.ts'
import { layoutOf, saidIn, unusedIn } from './columns.ts'
import { exportLack } from './export-lack.ts'
import { firstRecords, recordsIn } from './records.ts'

/** Separated values with a line of names. */
export const table: Source = {
  description: 'a table',
  on: 'table',
  recognizes(text, context) {
    const [names, next] = firstRecords(text)
    const cells = names?.cells ?? []
    if (/\.(csv|tsv)$/i.test(context.file)) return (names?.problem ? (next?.cells ?? []) : cells).length > 1
    const isKnown = !isProblem(layoutOf(cells, context)) || exportLack(cells) !== undefined
    return cells.length > 1 && isKnown
  },
  read(text, context) {
    const [names, ...rows] = recordsIn(text)
    const titles = (names?.cells ?? []).map((name) => name.trim())
    const layout = layoutOf(titles, context)
    const at = (line: number) => ({ file: context.file, line, column: 1 })
    if (names?.problem) return { said: [], faults: [{ ...at(names.line), ...openNames }] }
    if (isProblem(layout))
      return { said: [], faults: [{ ...at(names?.line ?? 1), what: layout.problem, mend: layout.mend }] }
    const said: Said[] = []
    const faults = rows.flatMap(({ line, cells, problem }) => {
      const place = at(line)
      if (problem !== undefined) return { ...place, ...problem }
      const row = Object.fromEntries(titles.map((name, index) => [name, cells[index]]))
      const one = saidIn(row, layout, line)
      if (one) said.push(one)
      return one
        ? []
        : {
            ...place,
            what: `nothing stands under \`${layout.columns.text}\``,
            mend: 'write the words there, or delete the row',
          }
    })
    const { table, columns } = layout
    return {
      said,
      faults,
      ...(table?.dates && { dates: table.dates }),
      ...(!table && { columns: { text: columns.text ?? '', unused: unusedIn(titles, layout) } }),
    }
  },
}

/** Without the names of its columns, nothing says which of them holds the words. */
const openNames = {
  what: 'a quotation mark without its other half, in the line that names the columns',
  mend: 'close it, or write two; no row was read',
}
