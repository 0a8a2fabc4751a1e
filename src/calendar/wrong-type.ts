import { z } from 'zod'
import type { Fault } from './fault.ts'
import { namesAt, unwrapped } from './field-at.ts'
import { kindOf, lastName, list, nameOf, pasteOf, quoted, yamlText } from './wording.ts'

const wantedWords: Record<string, string> = {
  string: 'text',
  array: 'a list',
  object: 'a group of fields',
  record: 'a group of fields',
  int: 'a whole number',
  number: 'a number',
  boolean: '`true` or `false`',
}

/** Words for a value of the wrong type, for the field at a path. */
export function wrongType(
  path: readonly PropertyKey[],
  expected: string,
  input: unknown,
  field: z.ZodType | undefined,
): Pick<Fault, 'what' | 'mend' | 'paste'> {
  const name = nameOf(path)
  const key = lastName(path)
  const wanted = wantedWords[expected] ?? `a ${expected}`
  const what = `${quoted(name)} is ${kindOf(input)}, not ${wanted}`
  const isScalar = typeof input !== 'object'
  const unspaced = name === '' && typeof input === 'string' && /^([\w-]+):(\S.*)$/.exec(input)
  if (unspaced)
    return {
      what: `a space is missing after \`${unspaced[1]}:\``,
      mend: 'write it',
      ...pasteOf(unspaced[1] as string, unspaced[2]),
    }
  switch (expected) {
    case 'string': {
      const example = (unwrapped(field)?.meta()?.examples as unknown[] | undefined)?.[0]
      if (!isScalar) return { what, mend: 'write text; where it begins with `[` or `{`, put it in quotes' }
      if (field instanceof z.ZodPipe && example !== undefined)
        return { what, mend: `write it as in \`${String(example)}\`` }
      return {
        what,
        mend: 'put it in quotes',
        ...(typeof path.at(-1) === 'string' && pasteOf(key, String(input))),
      }
    }
    case 'array':
      if (!isScalar || typeof path.at(-1) !== 'string')
        return { what, mend: 'write a list, each entry with `- `' }
      return { what, mend: 'write a list', paste: `${key}: [${yamlText(input)}]` }
    case 'object': {
      const fields = namesAt(field, [])
      const some = `${list(fields.slice(0, 6))}${fields.length > 6 ? ', …' : ''}`
      return { what, mend: `write its fields, one a line: ${some}` }
    }
    case 'record':
      return { what, mend: 'write `name: value` below it, one a line' }
    case 'number': {
      const digits = /^\s*(-?\d+(?:\.\d+)?)/.exec(String(input))?.[1]
      return digits
        ? { what, mend: 'write the number alone', ...pasteOf(key, Number(digits)) }
        : { what, mend: `write ${wanted}` }
    }
    default:
      return { what, mend: `write ${wanted}` }
  }
}
