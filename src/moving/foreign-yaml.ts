import { LineCounter, parseDocument } from 'yaml'
import type { Fault } from '../calendar/fault.ts'
import { placeAt } from '../calendar/place-at.ts'
import { plainData } from './plain-data.ts'

/**
 * Reads the YAML of another program, more kindly than our own is read: what that program let pass is taken. Never throws.
 * @param source the whole file; only `from` to `to` (UTF-16 offsets) is read
 * @returns plain data; days and times as text
 */
export function readForeignYaml(
  file: string,
  source: string,
  from = 0,
  to = source.length,
): { value: unknown } | { fault: Fault } {
  const text = source.slice(from, to)
  const fault = (offset: number, what: string, mend: string) => ({
    fault: { ...placeAt(file, source, from + Math.min(offset, text.length)), what, mend },
  })
  try {
    const document = parseDocument(text, {
      schema: 'core',
      prettyErrors: false,
      uniqueKeys: false,
      merge: true,
      logLevel: 'silent',
      lineCounter: new LineCounter(),
    })
    const [error] = document.errors
    if (error?.message.startsWith('Maximum call stack')) throw new RangeError()
    if (error)
      return fault(
        error.pos[0],
        `not readable as YAML: ${error.message.charAt(0).toLowerCase()}${error.message.slice(1)}`,
        'check quotes, brackets and indentation on this line',
      )
    const value = plainData(document.toJS({ maxAliasCount: 100 }))
    if (value !== undefined || document.contents === null) return { value }
    return fault(0, 'values nested too deeply', 'a few levels are enough')
  } catch (error) {
    if (error instanceof RangeError) return fault(0, 'values nested too deeply', 'a few levels are enough')
    return fault(
      0,
      'references (`*name`) that lead in circles or grow without end',
      'write the values themselves',
    )
  }
}
