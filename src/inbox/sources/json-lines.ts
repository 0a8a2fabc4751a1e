import type { Fault } from '../../calendar/fault.ts'
import { isProblem } from '../../calendar/problem.ts'
import type { Reading, Said, Source } from '../source.ts'
import { type Layout, layoutOf, saidIn, unusedIn } from './columns.ts'
import { linesIn } from './lines-in.ts'

/** An object of JSON on each line; its fields are named as a table's columns are. */
export const jsonLines: Source = {
  description: 'JSON lines',
  on: 'table',
  recognizes: (text) => /^\s*(?:\{|\[\s*[{[\]\d"])/.test(text),
  read(text, context) {
    const said: Said[] = []
    const faults: Fault[] = []
    const layouts = new Map<string, ReturnType<typeof layoutOf>>()
    let dates: NonNullable<Layout['table']>['dates']
    if (/^\s*\[\s*(?:\n|\{)/.test(text)) return { said, faults: [arrayFault(text, context.file)] }
    let columns: Reading['columns']
    for (const { line, words } of linesIn(text)) {
      const fault = (what: string, mend: string) =>
        void faults.push({ file: context.file, line, column: 1, what, mend })
      const row = objectIn(words)
      if (row === undefined) {
        fault('this line is no object of JSON', 'write one object on each line, as in `{"text": "…"}`')
        continue
      }
      const names = Object.keys(row).slice(0, 100)
      const layout = layouts.getOrInsertComputed(JSON.stringify(names), () => layoutOf(names, context))
      if (isProblem(layout)) {
        fault(layout.problem.replaceAll('column', 'field'), layout.mend)
        continue
      }
      dates ??= layout.table?.dates
      if (!layout.table) columns ??= { text: layout.columns.text ?? '', unused: unusedIn(names, layout) }
      const one = saidIn(row, layout, line)
      if (one) said.push(one)
      else
        fault(`nothing stands under \`${layout.columns.text}\``, 'write the words there, or delete the line')
    }
    return { said, faults, ...(dates && { dates }), ...(columns && { columns }) }
  },
}

function arrayFault(text: string, file: string): Fault {
  return {
    file,
    line: text.slice(0, text.indexOf('[')).split('\n').length,
    column: 1,
    what: 'one JSON array; one object a line is wanted, and nothing was read',
    mend: 'write each object on a line of its own, without the brackets and commas between, as `jq -c ".[]"` does',
  }
}

function objectIn(line: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(line)
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : undefined
  } catch {
    return undefined
  }
}
