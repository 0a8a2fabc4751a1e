import { z } from 'zod'
import type { Fault } from './fault.ts'
import { slugOf } from './field.ts'
import { fieldAt, namesAt, unwrapped } from './field-at.ts'
import { nearest } from './nearest.ts'
import { kindOf, lastName, list, lowerFirst, nameOf, pasteOf, quoted, sizeOf } from './wording.ts'
import { wrongType } from './wrong-type.ts'
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
  return { faults: faultsOfAll(parsed.error.issues, schema, yaml) }
}

/** A misspelled field is not missing besides, and a group with one is not judged as a whole. */
function faultsOfAll(issues: readonly Issue[], schema: z.ZodType, yaml: YamlDocument): Fault[] {
  const misspelled = new Set(issues.flatMap((issue) => meantBy(issue, schema)))
  const unclear = new Set(issues.filter(({ code }) => code === 'unrecognized_keys').map(pathText))
  return issues
    .filter((issue) => issue.input !== undefined || !misspelled.has(pathText(issue)))
    .filter((issue) => issue.code !== 'custom' || !unclear.has(pathText(issue)))
    .flatMap((issue) => faultsOf(issue, schema, yaml))
}

function pathText({ path }: Pick<Issue, 'path'>): string {
  return path.join('.')
}

/** Paths of the fields that unknown ones are near to. */
function meantBy(issue: Issue, schema: z.ZodType): string[] {
  if (issue.code !== 'unrecognized_keys') return []
  const known = namesAt(schema, issue.path)
  return issue.keys.flatMap((key) => {
    const meant = nearest(key, known)
    return meant === undefined ? [] : [pathText({ path: [...issue.path, meant] })]
  })
}

function faultsOf(issue: Issue, schema: z.ZodType, yaml: YamlDocument): Fault[] {
  const { path, input } = issue
  const name = quoted(nameOf(path))
  const at = yaml.placeOf(path)
  if (input === null && issue.code !== 'custom')
    return [{ ...at, what: `${name} is empty`, mend: 'write it, or delete the line' }]
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => {
        const known = namesAt(schema, path)
        const meant = nearest(key, known)
        const inside = nameOf(path) === '' ? '' : ` in ${name}`
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
      if (input === undefined) return [missing(schema, path, yaml)]
      const meant = nearest(String(input), words)
      return [
        {
          ...at,
          what: `\`${lastName(path)}\` cannot be ${typeof input === 'object' ? kindOf(input) : `\`${String(input)}\``}`,
          mend: meant
            ? `did you mean \`${meant}\`? It is one of ${list(words)}`
            : `write one of ${list(words)}${about ? `: ${lowerFirst(about)}` : ''}`,
          ...(meant && typeof path.at(-1) === 'string' && pasteOf(lastName(path), meant)),
        },
      ]
    }
    case 'invalid_type':
      if (input === undefined) return [missing(schema, path, yaml)]
      return [{ ...at, ...wrongType(path, issue.expected, input, fieldAt(schema, path)) }]
    case 'invalid_union': {
      const branch = issue.errors.find((issues) => issues.some((inner) => isAbout(inner, input)))
      if (branch)
        return faultsOfAll(
          branch.map((inner) => ({ ...inner, path: [...path, ...inner.path] }) as Issue),
          schema,
          yaml,
        )
      return [
        {
          ...at,
          what: `${name} is ${kindOf(input)}, neither text nor a list`,
          mend: 'write text, or a list whose entries begin with `- `',
        },
      ]
    }
    case 'invalid_key':
      return [
        {
          ...yaml.placeOfKey(path),
          what: `\`${lastName(path)}\` cannot stand in an address`,
          mend: slugOf(lastName(path))
            ? `write \`${slugOf(lastName(path))}\``
            : 'use lower-case letters, digits and hyphens',
        },
      ]
    case 'too_big': {
      if (typeof input === 'number') {
        const most = `${issue.inclusive ? 'at most' : 'less than'} ${issue.maximum}`
        return [{ ...at, what: `${name} is ${input}`, mend: `write ${most}` }]
      }
      const size = sizeOf(input)
      const mend = typeof input === 'string' ? 'say it in fewer words' : 'write less'
      return [{ ...at, what: `${name} has ${size}`, mend: `at most ${issue.maximum} fit; ${mend}` }]
    }
    case 'too_small':
      if (typeof input === 'number') {
        const least = `${issue.inclusive ? 'at least' : 'more than'} ${issue.minimum}`
        return [{ ...at, what: `${name} is ${input}`, mend: `write ${least}` }]
      }
      return [
        sizeOf(input) === undefined || (input as string | unknown[]).length === 0 || issue.minimum === 1
          ? { ...at, what: `${name} is empty`, mend: 'write it, or delete the line' }
          : { ...at, what: `${name} has ${sizeOf(input)}`, mend: `write at least ${issue.minimum}` },
      ]
    case 'custom':
      if (input === '') return [{ ...at, what: `${name} is empty`, mend: 'write it, or delete the line' }]
      return [{ ...at, what: issue.message, mend: String(issue.params?.mend ?? 'check this entry') }]
    default:
      return [
        {
          ...at,
          what: `${name} cannot be ${typeof input === 'object' ? kindOf(input) : `\`${String(input)}\``}`,
          mend:
            issue.code === 'invalid_format' && issue.format === 'url'
              ? 'write the address in full, as in `https://notes.example`'
              : String(fieldAt(schema, path)?.meta()?.description ?? issue.message),
        },
      ]
  }
}

/** Whether an issue of one branch of a union says that this branch was meant. */
function isAbout({ code, path }: z.core.$ZodIssue, input: unknown): boolean {
  const isGroup = typeof input === 'object' && input !== null
  return path.length > 0 || code === (isGroup ? 'unrecognized_keys' : 'invalid_value')
}

function missing(schema: z.ZodType, path: readonly PropertyKey[], yaml: YamlDocument): Fault {
  const field = fieldAt(schema, path)
  const about = field?.meta()
  const inside =
    field instanceof z.ZodObject
      ? namesAt(field, []).filter((name) => field.shape[name] === unwrapped(field.shape[name]))
      : []
  const example = (about?.examples as unknown[] | undefined)?.[0]
  return {
    ...yaml.placeOf(path.slice(0, -1)),
    what: `${quoted(nameOf(path))} is missing`,
    mend:
      inside.length > 0
        ? `add it, with ${list(inside)} below it`
        : about?.description
          ? `add it: ${lowerFirst(about.description)}`
          : 'add it',
    ...(example !== undefined && pasteOf(lastName(path), example)),
  }
}
