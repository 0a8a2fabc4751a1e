import { parse as parseToml, TomlError } from 'smol-toml'
import type { Fault } from '../calendar/fault.ts'
import { placeAt } from '../calendar/place-at.ts'
import { readForeignYaml } from './foreign-yaml.ts'
import { plainData } from './plain-data.ts'

/** What stands before the text of a foreign file, and where that text begins. */
export interface ForeignFrontMatter {
  syntax: 'yaml' | 'toml' | 'json' | 'none'
  /** Plain data of JSON's types, without inherited names; days and times are text as written. */
  data: Readonly<Record<string, unknown>>
  /** UTF-16 offset of the text. */
  bodyStart: number
}

/** As the first lines of a file are read that no post has more of. */
const longest = 200_000

/**
 * Splits a foreign file: YAML between `---`, TOML between `+++`, JSON as Hugo (`{ … }`) or Eleventy (`---json`) has it, or no
 * front matter at all. Nothing is run: front matter in a programming language is a fault.
 */
export function splitForeign(file: string, source: string): ForeignFrontMatter | { fault: Fault } {
  const start = source.startsWith('\uFEFF') ? 1 : 0
  const fault = (offset: number, what: string, mend: string) => ({
    fault: { ...placeAt(file, source, offset), what, mend },
  })
  // Hugo's; a text may begin with a brace too.
  if (/^\{\s*["}]/.test(source.slice(start, start + 999))) {
    const end = endOfObject(source, start)
    if (end !== undefined) return readJson(file, source, start, end, end)
    return fault(
      start,
      'front matter in JSON that never ends',
      'write `}` on a line of its own after its last field',
    )
  }
  const [opening, fence = '', language = ''] =
    /^(---|\+\+\+)[ \t]*(\w*)[ \t]*(?:\r?\n|$)/.exec(source.slice(start, start + 99)) ?? []
  if (opening === undefined) return { syntax: 'none', data: {}, bodyStart: start }
  if (!['', 'yaml', 'yml', 'toml', 'json'].includes(language))
    return fault(
      start,
      `front matter written in \`${language}\`, which would have to be run`,
      'write it as YAML: `name: value`, one a line',
    )
  const from = start + opening.length
  // Jekyll takes three dots too.
  const closing =
    fence === '---' ? /(?:^|\n)(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/ : /(?:^|\n)\+\+\+[ \t]*(?:\r?\n|$)/
  const found = closing.exec(source.slice(from, from + longest))
  // A text may begin with a line across.
  if (!found && !/^\s*[\w-]+\s*[:=]/.test(source.slice(from, from + 99)))
    return { syntax: 'none', data: {}, bodyStart: start }
  if (!found)
    return fault(
      start,
      'front matter that never ends',
      `write \`${fence}\` alone on the line after its last field`,
    )
  const to = from + found.index - (source[from + found.index - 1] === '\r' ? 1 : 0)
  const bodyStart = from + found.index + found[0].length
  if (language === 'json') return readJson(file, source, from, to, bodyStart)
  if (fence === '+++' || language === 'toml') return readToml(file, source, from, to, bodyStart)
  const read = readForeignYaml(file, source, from, to)
  return 'fault' in read ? read : asFields(file, source, from, read.value, 'yaml', bodyStart)
}

function readJson(file: string, source: string, from: number, to: number, bodyStart: number) {
  try {
    return asFields(
      file,
      source,
      from,
      JSON.parse(source.slice(from, to)),
      'json',
      skipLine(source, bodyStart),
    )
  } catch (error) {
    const at = Number(/at position (\d+)/.exec(String(error))?.[1] ?? 0)
    return {
      fault: {
        ...placeAt(file, source, from + at),
        what: 'front matter that is no JSON',
        mend: 'check quotes, commas and brackets here',
      },
    }
  }
}

function readToml(file: string, source: string, from: number, to: number, bodyStart: number) {
  try {
    return asFields(file, source, from, parseToml(source.slice(from, to)), 'toml', bodyStart)
  } catch (error) {
    const place = placeAt(file, source, from)
    const [reason = ''] = (error instanceof Error ? error.message : String(error)).split('\n')
    return {
      fault: {
        file,
        line: place.line + (error instanceof TomlError ? error.line - 1 : 0),
        column: error instanceof TomlError ? error.column : 1,
        what:
          error instanceof TomlError
            ? `not readable as TOML: ${reason.replace(/^Invalid TOML document: /, '')}`
            : 'values nested too deeply',
        mend: 'check quotes, brackets and names here',
      },
    }
  }
}

function asFields(
  file: string,
  source: string,
  from: number,
  read: unknown,
  syntax: ForeignFrontMatter['syntax'],
  bodyStart: number,
): ForeignFrontMatter | { fault: Fault } {
  const data = plainData(read ?? {})
  if (data && typeof data === 'object' && !Array.isArray(data))
    return { syntax, data: data as Record<string, unknown>, bodyStart }
  return {
    fault: {
      ...placeAt(file, source, from),
      what: data === undefined ? 'values nested too deeply' : 'front matter that has no names',
      mend: 'write `name: value`, one a line',
    },
  }
}

/** Behind the end of the line, where nothing else stands on it. */
function skipLine(source: string, offset: number): number {
  return offset + (/^[ \t]*\r?\n/.exec(source.slice(offset, offset + 99))?.[0].length ?? 0)
}

/** Behind the brace that closes the one at an offset; undefined where none does. */
function endOfObject(source: string, start: number): number | undefined {
  let depth = 0
  let isInText = false
  const end = Math.min(source.length, start + longest)
  for (let index = start; index < end; index++) {
    const sign = source[index]
    if (isInText) {
      if (sign === '\\') index++
      else if (sign === '"') isInText = false
      else if (sign === '\n') return undefined
    } else if (sign === '"') isInText = true
    else if (sign === '{') depth++
    else if (sign === '}' && --depth === 0) return index + 1
  }
  return undefined
}
