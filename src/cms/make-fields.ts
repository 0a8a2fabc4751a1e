import { z } from 'zod'
import { readerOf } from '../calendar/field.ts'
import { readDay } from '../calendar/time.ts'
import type { Choice, FormField } from './form-field.ts'

/** What a form knows besides the schemas. */
export interface FormWorld {
  /** Values that can be chosen, by the name of the field. */
  choices: Readonly<Record<string, readonly Choice[]>>
  /** Names that stand in a record, by its field's name. A record that is not among them is left as it is written. */
  keys: Readonly<Record<string, readonly string[]>>
}

/** Fields with words that take more than a line. */
const prose = new Set([
  'answer',
  'description',
  'text',
  'firstComment',
  'intro',
  'bio',
  'why',
  'meaning',
  'parts',
  'variants',
])
/** Fields that name posts. */
const posts = new Set(['related', 'redirectTo'])

/** A field as far as its schema goes: without what says that it may be left out. */
interface Bare {
  schema: z.ZodType
  about: Record<string, unknown>
  isRequired: boolean
}

/** The fields of a form for everything that an object may hold. */
export function makeFields(schema: z.ZodObject, world: FormWorld, mayBeEmpty = false): FormField[] {
  return Object.entries(schema.shape).map(([name, field]) => {
    const made = makeField(name, field as z.ZodType, world, mayBeEmpty)
    return mayBeEmpty && made.required ? { ...made, required: false } : made
  })
}

/** The field of a form for a property. What no form can hold is hidden, and stays as it is written. */
export function makeField(name: string, field: z.ZodType, world: FormWorld, mayBeEmpty = false): FormField {
  const { schema, about, isRequired } = bare(field)
  const made = about.readOnly
    ? { widget: 'hidden' }
    : widgetOf(name, schema, world, mayBeEmpty || !isRequired)
  if (made.widget === 'hidden') return { name, label: labelOf(name), widget: 'hidden' }
  const hint = hintOf(schema, about)
  return { name, label: labelOf(name), required: isRequired, ...(hint && { hint }), ...made }
}

function widgetOf(
  name: string,
  schema: z.ZodType,
  world: FormWorld,
  mayBeEmpty: boolean,
): { widget: string } {
  const choices = world.choices[name]
  if (schema instanceof z.ZodEnum) return { widget: 'select', ...{ options: schema.options } }
  if (schema instanceof z.ZodBoolean) return { widget: 'boolean' }
  if (schema instanceof z.ZodNumber) return numberWidget(schema)
  if (schema instanceof z.ZodObject) return objectWidget(makeFields(schema, world, mayBeEmpty), mayBeEmpty)
  if (schema instanceof z.ZodArray) return listWidget(name, schema, world)
  if (schema instanceof z.ZodRecord) return recordWidget(name, schema, world)
  if (schema instanceof z.ZodUnion) return eitherWidget(name, schema, world)
  if (posts.has(name)) return postWidget(false)
  if (name === 'src') return { widget: 'image' }
  if (choices) return { widget: 'select', ...{ options: choices } }
  if (readerOf(schema) === readDay)
    return {
      widget: 'datetime',
      ...{ format: 'YYYY-MM-DD', date_format: 'YYYY-MM-DD', time_format: false, default: '' },
    }
  if (schema.def.type === 'string' || schema.def.type === 'pipe')
    return { widget: prose.has(name) ? 'text' : 'string' }
  return { widget: 'hidden' }
}

/** An object of which nothing can be shown is hidden whole. */
function objectWidget(fields: readonly FormField[], collapsed: boolean): { widget: string } {
  const isShown = fields.some(({ widget }) => widget !== 'hidden')
  return isShown ? { widget: 'object', ...{ collapsed, fields } } : { widget: 'hidden' }
}

function numberWidget(schema: z.ZodNumber): { widget: string } {
  const { minValue } = schema
  const type = schema.format === 'safeint' ? 'int' : 'float'
  return { widget: 'number', ...{ value_type: type, ...(minValue !== null && { min: minValue }) } }
}

function listWidget(name: string, schema: z.ZodArray, world: FormWorld): { widget: string } {
  const { schema: item } = bare(schema.element as z.ZodType)
  const choices = world.choices[name]
  if (posts.has(name)) return postWidget(true)
  if (choices) return { widget: 'select', ...{ multiple: true, options: choices } }
  if (item instanceof z.ZodEnum) return { widget: 'select', ...{ multiple: true, options: item.options } }
  const label_singular = labelOf(name).toLowerCase()
  if (item instanceof z.ZodObject)
    return { widget: 'list', ...{ label_singular, collapsed: false, fields: makeFields(item, world) } }
  return { widget: 'list', ...{ label_singular, field: makeField(name, schema.element as z.ZodType, world) } }
}

function recordWidget(name: string, schema: z.ZodRecord, world: FormWorld): { widget: string } {
  const keys = schema.keyType instanceof z.ZodEnum ? schema.keyType.options : world.keys[name]
  if (!keys) return { widget: 'hidden' }
  const fields = keys.map((key) => {
    const made = makeField(String(key), schema.valueType as z.ZodType, world, true)
    return made.required ? { ...made, required: false } : made
  })
  return objectWidget(fields, true)
}

/** Words alone, or a list in full: a form shows the list. */
function eitherWidget(name: string, schema: z.ZodUnion, world: FormWorld): { widget: string } {
  const list = schema.options.find((option) => option instanceof z.ZodArray)
  return list ? listWidget(name, list, world) : { widget: 'hidden' }
}

function postWidget(multiple: boolean): { widget: string } {
  return {
    widget: 'relation',
    ...{
      collection: 'posts',
      multiple,
      value_field: '{{slug}}',
      search_fields: ['title'],
      display_fields: ['title'],
    },
  }
}

function bare(field: z.ZodType): Bare {
  let schema = field
  let about = schema.meta()
  let isRequired = true
  while (
    schema instanceof z.ZodOptional ||
    schema instanceof z.ZodDefault ||
    schema instanceof z.ZodPrefault
  ) {
    isRequired = false
    schema = schema.unwrap() as z.ZodType
    about ??= schema.meta()
  }
  return { schema, about: about ?? {}, isRequired }
}

/** `formerSlugs` as people read it. */
function labelOf(name: string): string {
  const words = name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`).replaceAll('-', ' ')
  return capitalized(words)
}

function capitalized(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}

function hintOf(schema: z.ZodType, { description, otherwise, examples }: Record<string, unknown>): string {
  const sentences = [
    description,
    typeof otherwise === 'string' &&
      (otherwise.startsWith('required') ? capitalized(otherwise) : `If left empty: ${otherwise}`),
    // Of words, an example would only be copied.
    readerOf(schema) &&
      Array.isArray(examples) &&
      `As in ${examples.map((each) => `\`${each}\``).join(' or ')}`,
  ]
  return sentences
    .filter((each) => typeof each === 'string')
    .map((each) => `${each.replace(/\.$/, '')}.`)
    .join(' ')
}
