import type { Dropped, ForeignTime } from './foreign-post.ts'
import { readForeignTime } from './foreign-time.ts'

type Data = Readonly<Record<string, unknown>>

/** Reads the fields of foreign front matter, and knows which of them nobody asked for. */
export interface FieldReader {
  /** The first of these fields that holds words or a number. */
  text(...names: string[]): string | undefined
  /** All words of these fields, each of which may be one or a list. @param split parts one text, as Jekyll's tags are */
  list(names: readonly string[], split?: RegExp): string[]
  /** The first of these fields that names a time. */
  time(names: readonly string[], zone?: string): ForeignTime | undefined
  isTrue(...names: string[]): boolean
  isFalse(...names: string[]): boolean
  /** Notes something of a field that is left behind. */
  leave(what: string, why: string): void
  /** A field as it is. */
  raw(name: string): unknown
  /** Fields that nobody asked for, or that could not be read. */
  left(): Dropped[]
}

/** @param data plain data */
export function fieldReader(data: Data): FieldReader {
  const asked = new Set<string>()
  const unread: Dropped[] = []
  // Programs do not care about the case of names; the first one that is written counts.
  const byName = new Map<string, string>()
  for (const key of Object.keys(data)) byName.getOrInsert(key.toLowerCase(), key)
  const raw = (name: string): unknown => {
    const key = byName.get(name.toLowerCase())
    if (key === undefined) return undefined
    asked.add(key)
    return data[key]
  }
  return {
    raw,
    leave: (what, why) => void unread.push({ what, why }),
    text: (...names) => names.map((name) => textOf(raw(name))).find((text) => text !== undefined),
    list: (names, split) => [
      ...new Set(
        names.flatMap((name) => {
          const value = raw(name)
          const texts = (Array.isArray(value) ? value : [value])
            .map(textOf)
            .filter((text) => text !== undefined)
          return split && !Array.isArray(value)
            ? texts.flatMap((text) => text.split(split).filter((part) => part !== ''))
            : texts
        }),
      ),
    ],
    time(names, zone) {
      for (const name of names) {
        const written = textOf(raw(name))
        if (written === undefined) continue
        const time = readForeignTime(written, zone)
        if (time) return time
        unread.push({ what: excerptOf(name, written), why: 'it names no time that can be told for certain' })
      }
      return undefined
    },
    isTrue: (...names) => names.map((name) => String(raw(name))).includes('true'),
    isFalse: (...names) => names.map((name) => String(raw(name))).includes('false'),
    left: () => [
      ...unread,
      ...Object.keys(data)
        .filter((key) => !asked.has(key) && data[key] !== null && data[key] !== '')
        .map((key) => ({ what: excerptOf(key, data[key]), why: 'a post has no such field here' })),
    ],
  }
}

/** Signs that steer a terminal or turn a line around: nobody sees them. */
const unseen = /(?![\t\n\r])\p{Cc}|[\u202A-\u202E\u2066-\u2069]/gu

/** Words or a number as text; undefined for anything else, and where nothing is written. */
export function textOf(value: unknown): string | undefined {
  if (typeof value === 'number') return String(value)
  if (typeof value !== 'string') return undefined
  const words = value.replace(unseen, '').trim()
  return words === '' ? undefined : words
}

/** A group of fields, empty where it is none. */
export function groupOf(value: unknown): Data {
  return value && typeof value === 'object' && !Array.isArray(value) ? (value as Data) : {}
}

function excerptOf(name: string, value: unknown): string {
  const written = typeof value === 'string' ? value : JSON.stringify(value)
  const short = written.replace(/\s+/g, ' ')
  return `${name}: ${short.length > 60 ? `${short.slice(0, 59)}…` : short}`
}
