import { z } from 'zod'
import type { Fault } from './fault.ts'
import { nearest } from './nearest.ts'
import type { YamlDocument } from './yaml-document.ts'

type Issue = z.core.$ZodIssue

/** Checks a YAML document against a schema: its value, or every fault at its place. */
export function check<S extends z.ZodType>(
  schema: S,
  yaml: YamlDocument,
  empty: unknown = {},
): { value: z.output<S> } | { faults: Fault[] } {
  if (yaml.faults.length > 0) return { faults: yaml.faults }
  const value = yaml.value ?? empty
  const parsed = schema.safeParse(value, { reportInput: true })
  if (parsed.success) return { value: parsed.data }
  const { issues } = parsed.error
  const misspelt = new Set(issues.flatMap((issue) => meantBy(issue, schema)))
  return {
    faults: issues
      .filter(({ path, input }) => input !== undefined || !misspelt.has(nameOf(path)))
      .flatMap((issue) => faultsOf(issue, schema, yaml)),
  }
}

/** Names of the fields that unknown ones are near to: those are misspelt, not missing. */
function meantBy(issue: Issue, schema: z.ZodType): string[] {
  if (issue.code !== 'unrecognized_keys') return []
  const known = Object.keys(shapeAt(schema, issue.path) ?? {})
  return issue.keys.flatMap((key) => {
    const meant = nearest(key, known)
    return meant === undefined ? [] : [nameOf([...issue.path, meant])]
  })
}

function faultsOf(issue: Issue, schema: z.ZodType, yaml: YamlDocument): Fault[] {
  const { path, input } = issue
  const name = nameOf(path)
  const at = yaml.placeOf(path)
  const mendOf = { ...at, what: issue.message, mend: '' }
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => {
        const known = Object.keys(shapeAt(schema, path) ?? {})
        const meant = nearest(key, known)
        const inside = path.length > 0 ? ` in \`${name}\`` : ''
        return {
          ...yaml.placeOfKey([...path, key]),
          what: `there is no field \`${key}\`${inside}`,
          mend: meant ? `did you mean \`${meant}\`?` : `fields here are ${list(known)}`,
          ...(meant && pasteOf(meant, (input as Record<string, unknown>)[key])),
        }
      })
    case 'invalid_value': {
      const words = issue.values.map(String)
      const about = fieldAt(schema, path)?.meta()?.description
      if (input === undefined) return [missing(name, schema, path, yaml)]
      const meant = nearest(String(input), words)
      return [
        {
          ...at,
          what: `\`${lastName(path)}\` cannot be ${inWords(input)}`,
          mend: meant
            ? `did you mean \`${meant}\`? It is one of ${list(words)}`
            : `write one of ${list(words)}${about ? `: ${lowerFirst(about)}` : ''}`,
          ...(meant && typeof path.at(-1) === 'string' && pasteOf(lastName(path), meant)),
        },
      ]
    }
    case 'invalid_type':
      if (input === undefined) return [missing(name, schema, path, yaml)]
      return [{ ...at, ...wrongType(name, path, issue.expected, input, fieldAt(schema, path)) }]
    case 'invalid_union': {
      const branch = issue.errors.find((issues) => issues.some((inner) => inner.path.length > 0))
      if (branch)
        return branch.flatMap((inner) =>
          faultsOf({ ...inner, path: [...path, ...inner.path] } as Issue, schema, yaml),
        )
      return [
        {
          ...at,
          what: `${quoted(name)} is ${inWords(input)}, neither text nor a list`,
          mend: 'write text, or a list whose entries begin with `- `',
        },
      ]
    }
    case 'invalid_key':
      return [
        {
          ...yaml.placeOfKey(path),
          what: `\`${lastName(path)}\` cannot stand in an address`,
          mend: 'use lower-case letters, digits and hyphens',
        },
      ]
    case 'too_big': {
      const size =
        typeof input === 'string'
          ? `${input.length} characters`
          : `${String((input as unknown[]).length)} entries`
      return [
        {
          ...at,
          what: `\`${name}\` has ${size}`,
          mend: `at most ${issue.maximum} fit; say it in fewer words`,
        },
      ]
    }
    case 'too_small':
      return typeof input === 'string' && input.trim() === ''
        ? [{ ...at, what: `\`${name}\` is empty`, mend: 'write it, or delete the line' }]
        : [{ ...at, what: `\`${name}\` is too small`, mend: `at least ${issue.minimum}` }]
    case 'custom':
      return [{ ...at, what: issue.message, mend: String(issue.params?.mend ?? 'check this entry') }]
    default:
      return [
        {
          ...mendOf,
          what: `\`${name}\` is not as expected`,
          mend: String(fieldAt(schema, path)?.meta()?.description ?? issue.message),
        },
      ]
  }
}

function missing(name: string, schema: z.ZodType, path: readonly PropertyKey[], yaml: YamlDocument): Fault {
  const about = fieldAt(schema, path)?.meta()
  const example = (about?.examples as unknown[] | undefined)?.[0]
  return {
    ...yaml.placeOf(path.slice(0, -1)),
    what: `\`${name}\` is missing`,
    mend: about?.description ? `add it: ${lowerFirst(about.description)}` : 'add it',
    ...(example !== undefined && { paste: yamlLine(lastName(path), example) }),
  }
}

function wrongType(
  name: string,
  path: readonly PropertyKey[],
  expected: string,
  input: unknown,
  field?: z.ZodType,
) {
  const example =
    field instanceof z.ZodPipe ? (field.meta()?.examples as unknown[] | undefined)?.[0] : undefined
  const is =
    input === null
      ? 'empty'
      : Array.isArray(input)
        ? 'a list'
        : typeof input === 'object'
          ? 'a group of fields'
          : `a ${typeof input}`
  const wanted =
    {
      string: 'text',
      array: 'a list',
      object: 'a group of fields',
      record: 'a group of fields',
      int: 'a whole number',
    }[expected] ?? `a ${expected}`
  const paste =
    input !== null && example !== undefined
      ? yamlLine(lastName(path), example)
      : expected === 'string' && (typeof input === 'number' || typeof input === 'boolean')
        ? yamlLine(lastName(path), String(input))
        : expected === 'array' && typeof input === 'string'
          ? `${lastName(path)}: [${input}]`
          : undefined
  const mend =
    input === null
      ? 'write it, or delete the line'
      : paste && expected === 'string' && example === undefined
        ? 'put it in quotes'
        : `write ${wanted}`
  return {
    what: `\`${name}\` is ${is}${input === null ? '' : `, not ${wanted}`}`,
    mend,
    ...(paste && { paste }),
  }
}

/** The schema of the field at a path, through lists, records, unions and wrappers. */
function fieldAt(schema: z.ZodType, path: readonly PropertyKey[]): z.ZodType | undefined {
  const [step, ...rest] = path
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault || schema instanceof z.ZodPrefault)
    return fieldAt(schema.unwrap() as z.ZodType, path)
  if (step === undefined) return schema
  if (schema instanceof z.ZodObject) {
    const field = schema.shape[String(step)]
    return field && fieldAt(field, rest)
  }
  if (schema instanceof z.ZodRecord) return fieldAt(schema.valueType as z.ZodType, rest)
  if (schema instanceof z.ZodArray) return fieldAt(schema.element as z.ZodType, rest)
  if (schema instanceof z.ZodUnion)
    return (schema.options as z.ZodType[])
      .map((option) => fieldAt(option, path))
      .find((found) => found !== undefined)
  return undefined
}

function shapeAt(schema: z.ZodType, path: readonly PropertyKey[]): z.ZodRawShape | undefined {
  const field = fieldAt(schema, path)
  return field instanceof z.ZodObject ? field.shape : undefined
}

/** A path as a person reads it: `snippets.linkedin[2].kind`. */
function nameOf(path: readonly PropertyKey[]): string {
  return path
    .map((step, depth) =>
      typeof step === 'number' ? `[${step + 1}]` : `${depth > 0 ? '.' : ''}${String(step)}`,
    )
    .join('')
}

function lastName(path: readonly PropertyKey[]): string {
  return String(path.findLast((step) => typeof step === 'string') ?? '')
}

/** `key: value` on one line, quoted where YAML needs it; lists and groups are left to the writer. */
function yamlLine(key: string, value: unknown): string {
  if (typeof value === 'object') return `${key}:`
  const plain = String(value)
  const safe =
    /^[\p{L}\d+][^\n]*$/u.test(plain) &&
    !/: |\s#|:$/.test(plain) &&
    !(typeof value === 'string' && /^(\d+(\.\d+)?|true|false|null)$/.test(plain))
  return `${key}: ${safe ? plain : JSON.stringify(plain)}`
}

function list(words: readonly string[]): string {
  return words.map((word) => `\`${word}\``).join(', ')
}

function lowerFirst(sentence: string): string {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1)
}
