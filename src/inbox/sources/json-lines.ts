import type { Fault } from '../../calendar/fault.ts'
import { isProblem } from '../../calendar/problem.ts'
import type { Said, Source } from '../source.ts'
import { type Layout, layoutOf, saidIn } from './columns.ts'
import { linesIn } from './lines-in.ts'

/** An object of JSON on each line; its fields are named as a table's columns are. */
export const jsonLines: Source = {
  description: 'JSON lines',
  on: 'table',
  recognizes: (text) => /^\s*[{[]/.test(text),
  read(text, context) {
    const said: Said[] = []
    const faults: Fault[] = []
    const layouts = new Map<string, ReturnType<typeof layoutOf>>()
    let dates: NonNullable<Layout['table']>['dates']
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
      const one = saidIn(row, layout, line)
      if (one) said.push(one)
      else
        fault(`nothing stands under \`${layout.columns.text}\``, 'write the words there, or delete the line')
    }
    return { said, faults, ...(dates && { dates }) }
  },
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
