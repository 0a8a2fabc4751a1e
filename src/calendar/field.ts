import { z } from 'zod'
import { isProblem, type Read } from './problem.ts'

/** What an editor and the reference table say of a field. */
export interface About {
  description: string
  /** What it is when it is not written, in words. */
  otherwise?: string
  /** Values that could be pasted. */
  examples?: unknown[]
}

/** A field of text that is not empty. */
export function text(about: About) {
  return z
    .string()
    .trim()
    .min(1)
    .meta({ ...about })
}

/** What reads the text of fields that are made by `readAs`. */
const readers = new WeakMap<z.ZodType, (text: string) => unknown>()

/** A field whose text a reading function understands; its problem becomes the fault. */
export function readAs<T>(read: (text: string) => Read<T>, about: About) {
  const field = z
    .string()
    .transform((written, context): T => {
      const value = read(written)
      if (!isProblem(value)) return value
      context.addIssue({ code: 'custom', message: value.problem, params: { mend: value.mend } })
      return z.NEVER
    })
    .meta({ ...about })
  readers.set(field, read)
  return field
}

/** The function that reads a field's text, where there is one. */
export function readerOf(field: z.ZodType): ((text: string) => unknown) | undefined {
  return readers.get(field)
}

/** A field with one of a few words. */
export function oneOf<const W extends readonly string[]>(words: W, about: About) {
  return z.enum(words).meta({ ...about })
}

/** Names that end up in addresses: lower-case letters of any script and digits, joined by hyphens. */
export const slugPattern = /^[\p{Ll}\p{Lo}\p{M}\p{N}]+(?:-[\p{Ll}\p{Lo}\p{M}\p{N}]+)*$/u

/** A slug made of any text, empty when nothing of it can stand in an address. */
export function slugOf(words: string): string {
  return (
    words
      .normalize('NFC')
      .toLowerCase()
      .replace(/['’]/g, '')
      .match(/[\p{Ll}\p{Lo}\p{M}\p{N}]+/gu)
      ?.join('-') ?? ''
  )
}

/** A field that ends up in an address. */
export function slug(about: About) {
  return readAs((written) => {
    if (slugPattern.test(written)) return written
    const better = slugOf(written)
    return {
      problem: `\`${written}\` cannot stand in an address`,
      mend: better ? `write \`${better}\`` : 'use lower-case letters, digits and hyphens',
    }
  }, about)
}

/** Reads a language tag, `en` or `pt-BR`. */
export function readLanguage(tag: string): Read<string> {
  try {
    if (Intl.getCanonicalLocales(tag).length === 1) return tag
  } catch {
    // Not a tag at all.
  }
  return { problem: `\`${tag}\` is no language`, mend: 'write a tag such as `en` or `et`' }
}
