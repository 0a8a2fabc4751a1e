import { parse as parseToml } from 'smol-toml'
import type { Fault } from '../calendar/fault.ts'
import { groupOf } from './field-reader.ts'
import type { ForeignFolder } from './foreign-folder.ts'
import { readForeignYaml } from './foreign-yaml.ts'
import { plainData } from './plain-data.ts'

/** Settings of another program, merged; later files count more. What cannot be read is a fault, and the rest counts. */
export function readSettings(
  folder: ForeignFolder,
  files: readonly string[],
): { data: Readonly<Record<string, unknown>>; faults: Fault[] } {
  const faults: Fault[] = []
  const data: Record<string, unknown> = Object.create(null)
  for (const file of files) {
    if (!folder.files.has(file)) continue
    const read = readDataFile(folder, file)
    if ('fault' in read) faults.push(read.fault)
    else Object.assign(data, groupOf(read.value))
  }
  return { data, faults }
}

/** Reads a file of YAML, TOML or JSON. */
export function readDataFile(folder: ForeignFolder, file: string): { value: unknown } | { fault: Fault } {
  const text = folder.read(file)
  if (typeof text !== 'string') return { fault: text }
  if (/\.ya?ml$/i.test(file)) return readForeignYaml(file, text)
  try {
    const value = plainData(/\.toml$/i.test(file) ? parseToml(text) : JSON.parse(text))
    return { value }
  } catch (error) {
    const [what = ''] = String(error instanceof Error ? error.message : error).split('\n')
    return {
      fault: {
        file,
        line: 1,
        column: 1,
        what: `cannot be understood: ${what}`,
        mend: 'check quotes, commas and brackets',
      },
    }
  }
}
