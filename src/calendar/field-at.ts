import { z } from 'zod'

/** The schema of the field at a path, through lists, records, unions and wrappers. */
export function fieldAt(schema: z.ZodType, path: readonly PropertyKey[]): z.ZodType | undefined {
  const [step, ...rest] = path
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault || schema instanceof z.ZodPrefault)
    return fieldAt(schema.unwrap() as z.ZodType, path)
  if (step === undefined) return schema
  if (schema instanceof z.ZodObject) {
    const field = Object.hasOwn(schema.shape, step) ? schema.shape[String(step)] : undefined
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

/** Names of the fields that may stand at a path, where they are a closed list. */
export function namesAt(schema: z.ZodType | undefined, path: readonly PropertyKey[]): string[] {
  const field = unwrapped(schema && fieldAt(schema, path))
  if (field instanceof z.ZodObject) return Object.keys(field.shape)
  if (field instanceof z.ZodUnion)
    return (field.options as z.ZodType[]).flatMap((option) => namesAt(option, []))
  if (field instanceof z.ZodRecord && field.keyType instanceof z.ZodEnum)
    return field.keyType.options.map(String)
  return []
}

/** A field's schema without optional and default around it. */
export function unwrapped(field: z.ZodType | undefined): z.ZodType | undefined {
  return field instanceof z.ZodOptional || field instanceof z.ZodDefault || field instanceof z.ZodPrefault
    ? unwrapped(field.unwrap() as z.ZodType)
    : field
}
