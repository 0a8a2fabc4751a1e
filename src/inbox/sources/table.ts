import { isProblem } from '../../calendar/problem.ts'
import type { Said, Source } from '../source.ts'
import { layoutOf, saidIn } from './columns.ts'
import { recordsIn } from './records.ts'

/** Separated values with a line of names. */
export const table: Source = {
  description: 'a table',
  on: 'table',
  recognizes(text, context) {
    const [names] = recordsIn(text, 1)
    const isNamedSo = /\.(csv|tsv)$/i.test(context.file)
    return (names?.cells.length ?? 0) > 1 && (isNamedSo || !isProblem(layoutOf(names?.cells ?? [], context)))
  },
  read(text, context) {
    const [names, ...rows] = recordsIn(text)
    const titles = (names?.cells ?? []).map((name) => name.trim())
    const layout = layoutOf(titles, context)
    const at = (line: number) => ({ file: context.file, line, column: 1 })
    if (isProblem(layout))
      return { said: [], faults: [{ ...at(names?.line ?? 1), what: layout.problem, mend: layout.mend }] }
    const said: Said[] = []
    const faults = rows.flatMap(({ line, cells, problem }) => {
      const place = at(line)
      if (problem !== undefined)
        return { ...place, what: 'a quotation mark without its other half', mend: 'close it, or write two' }
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
    return { said, faults, ...(layout.table?.dates && { dates: layout.table.dates }) }
  },
}
