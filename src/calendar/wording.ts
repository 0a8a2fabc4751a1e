import type { Fault } from './fault.ts'

/** A path as a person reads it: `snippets.linkedin[2].kind`; which entry of a file's list is left to the place. */
export function nameOf(path: readonly PropertyKey[]): string {
  const named = typeof path[0] === 'number' ? path.slice(1) : path
  return named
    .map((step, depth) =>
      typeof step === 'number' ? `[${step + 1}]` : `${depth > 0 ? '.' : ''}${String(step)}`,
    )
    .join('')
}

/** A field's name in a sentence. */
export function quoted(name: string): string {
  return name === '' ? 'what stands here' : `\`${name}\``
}

/** What a value is, in words. */
export function kindOf(value: unknown): string {
  if (Array.isArray(value)) return 'a list'
  if (typeof value === 'object') return 'a group of fields'
  return typeof value === 'string'
    ? 'text'
    : typeof value === 'number' && Number.isFinite(value)
      ? 'a number'
      : `\`${String(value)}\``
}

/** How long a text or list is, in words; undefined for what has no length. */
export function sizeOf(value: unknown): string | undefined {
  if (typeof value === 'string') return `${value.length} characters`
  return Array.isArray(value) ? `${value.length} ${value.length === 1 ? 'entry' : 'entries'}` : undefined
}

/** The name of the field that a path ends in, or of the list around its last entry. */
export function lastName(path: readonly PropertyKey[]): string {
  return String(path.findLast((step) => typeof step === 'string') ?? '')
}

/** A corrected line to paste, `key: value`; none for lists and groups, which are left to the writer. */
export function pasteOf(key: string, value: unknown): Pick<Fault, 'paste'> {
  return value === null || typeof value === 'object' ? {} : { paste: `${key}: ${yamlText(value)}` }
}

/** A value as YAML, quoted where it needs it. */
export function yamlText(value: unknown): string {
  const plain = String(value)
  const isSafe =
    /^[\p{L}\d+.][^\n[\]{}]*$/u.test(plain) &&
    !/: |\s#|:$/.test(plain) &&
    !(typeof value === 'string' && /^(\d+(\.\d+)?|true|false|null)$/.test(plain))
  return isSafe ? plain : JSON.stringify(plain)
}

/** Words in a row, each as code. */
export function list(words: readonly string[]): string {
  return words.map((word) => `\`${word}\``).join(', ')
}

/** A sentence as it goes on after a colon. */
export function lowerFirst(sentence: string): string {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1)
}
