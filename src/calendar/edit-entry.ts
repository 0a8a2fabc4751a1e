import { isDeepStrictEqual } from 'node:util'
import { stringify } from 'yaml'
import { splitFrontMatter } from './front-matter.ts'
import type { Path } from './known.ts'
import type { Problem, Read } from './problem.ts'
import { isPost } from './sources.ts'
import { nameOf } from './wording.ts'
import { readYaml, type YamlDocument } from './yaml-document.ts'

/** One value of an entry, and what it becomes. */
export interface Edit {
  path: Path
  /** Text, or a group of texts. */
  value: string | Readonly<Record<string, string>>
  /** Behind which fields of the entry it stands where it is not there yet: the first of them that is there. */
  behind?: readonly string[]
}

/** The value that stands at a path of a file's entry; undefined where there is none. */
export function valueAt(file: string, source: string, path: Path): unknown {
  return inside(yamlOf(file, source)?.value, path)
}

/**
 * A file with one value of its entry changed, and every other byte as it was: comments, quotes, line ends. What a value
 * shares with another (`*name`), and what is written too unusually to be sure, is a problem.
 * @param file path of a post, whose entry is its front matter, or of a YAML file
 */
export function editEntry(file: string, source: string, { path, value, behind = [] }: Edit): Read<string> {
  const before = yamlOf(file, source)
  const after = before && written(source, before, { path, value, behind })
  const read = after === undefined ? undefined : yamlOf(file, after)?.value
  const isRight = isDeepStrictEqual(trimmed(inside(read, path)), value)
  return after !== undefined && isRight && isSameElsewhere(before?.value, read, path)
    ? after
    : unclear(file, path, value)
}

function unclear(file: string, path: Path, value: Edit['value']): Problem {
  return {
    problem: `\`${nameOf(path)}\` of ${file} is written in a way that cannot be changed alone`,
    mend: `write \`${String(path.at(-1))}: ${fieldText(value)}\` there yourself`,
  }
}

function yamlOf(file: string, source: string): YamlDocument | undefined {
  if (!isPost(file)) return readYaml(file, source)
  const split = splitFrontMatter(file, source)
  return 'fault' in split ? undefined : split.yaml
}

function inside(value: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (within, step) =>
      typeof within === 'object' && within !== null && Object.hasOwn(within, step)
        ? (within as Record<PropertyKey, unknown>)[step]
        : undefined,
    value,
  )
}

function trimmed(value: unknown): unknown {
  return typeof value === 'string' ? value.trim() : value
}

/** Do two values differ at a path at most? */
function isSameElsewhere(a: unknown, b: unknown, [step, ...rest]: Path): boolean {
  if (step === undefined) return true
  if (typeof a !== 'object' || a === null || typeof b !== 'object' || b === null) return false
  const key = String(step)
  const others = (value: object) => Object.entries(value).filter(([name]) => name !== key)
  return (
    Array.isArray(a) === Array.isArray(b) &&
    isDeepStrictEqual(others(a), others(b)) &&
    (rest.length === 0 || isSameElsewhere(inside(a, [key]), inside(b, [key]), rest))
  )
}

function written(
  source: string,
  yaml: YamlDocument,
  { path, value, behind }: Required<Edit>,
): string | undefined {
  if (yaml.faults.length > 0) return undefined
  const range = yaml.rangeOf(path)
  if (!range) return path.length === 1 ? withField(source, yaml, String(path[0]), value, behind) : undefined
  if (typeof value === 'string')
    return typeof inside(yaml.value, path) === 'string' ? withText(source, range, value) : undefined
  const parts = Object.entries(value).map(([name, text]) => ({ range: yaml.rangeOf([...path, name]), text }))
  // From the last to the first, so that no place moves before its turn.
  return parts
    .sort((a, b) => (b.range?.[0] ?? 0) - (a.range?.[0] ?? 0))
    .reduce<string | undefined>(
      (text, part) => text && part.range && withText(text, part.range, part.text),
      source,
    )
}

/** A text in the place of another, in the same quotes. */
function withText(source: string, [from, to]: readonly [number, number], value: string): string {
  const mark = source[from]
  const put = (start: number, end: number, text: string) => source.slice(0, start) + text + source.slice(end)
  if (mark === '"') return put(from, to, JSON.stringify(value))
  if (mark === "'") return put(from, to, `'${value.replaceAll("'", "''")}'`)
  if (mark !== '|' && mark !== '>') return put(from, to, fieldText(value))
  const head = source.indexOf('\n', from) + 1
  const words = source.slice(head, to)
  return put(head + words.search(/\S/), head + words.trimEnd().length, value)
}

/** A field more, on a line of its own, or among the others where they stand in braces. */
function withField(
  source: string,
  yaml: YamlDocument,
  name: string,
  value: Edit['value'],
  behind: readonly string[],
): string | undefined {
  const top = yaml.rangeOf([])?.[0]
  const isFlow = top !== undefined && source[top] === '{'
  const fields = Object.keys(yaml.value ?? {})
  const beside = isFlow ? fields.at(-1) : behind.find((field) => fields.includes(field))
  const end = beside === undefined ? undefined : yaml.rangeOf([beside])?.[1]
  if (top === undefined || end === undefined) return undefined
  const field = `${name}: ${fieldText(value)}`
  if (isFlow) return `${source.slice(0, end)}, ${field}${source.slice(end)}`
  const line = source[end - 1] === '\n' ? end : source.indexOf('\n', end) + 1
  if (line === 0) return undefined
  const indent = source.slice(source.lastIndexOf('\n', top - 1) + 1, top)
  const lineEnd = source[line - 2] === '\r' ? '\r\n' : '\n'
  return `${source.slice(0, line)}${indent}${field}${lineEnd}${source.slice(line)}`
}

/** A value as it is written where nothing was: on one line, in quotes only where YAML asks for them. */
function fieldText(value: Edit['value']): string {
  return stringify(value, { collectionStyle: 'flow', lineWidth: 0 }).trimEnd()
}
