import { kinds } from './cbor-reader.ts'
import { CborWriter } from './cbor-writer.ts'
import type { PageList, Shard } from './shard.ts'

/** Pagefind ends a file of words after the one with which it holds so much. */
const weightOfFile = 20_000

/** Words that stand in one file. Each byte of the first and the last is a character. */
export interface WordFile {
  first: string
  last: string
  bytes: Buffer
}

/** A list of pages that stands in a shard. */
interface Part {
  list: PageList
  places: Buffer
  /** The number of the shard's first page in the whole index. */
  base: number
}

interface Word {
  parts: Part[]
  variants: Map<string, Part[]>
}

/**
 * The words of all shards, in files as Pagefind divides them.
 * @param bases the number of each shard's first page
 * @param fields names of what pages say of themselves, in the order in which the index has them
 */
export function* mergeWords(
  shards: readonly Shard[],
  bases: readonly number[],
  fields: readonly string[],
): Generator<WordFile> {
  const words = collectWords(shards, bases, fields)
  const writer = new CborWriter()
  let held: string[] = []
  let weight = 0
  // The number of words stands before them, and is known after them.
  const close = (): WordFile => {
    const written = writer.take()
    writer.head(kinds.list, 1)
    writer.head(kinds.list, held.length)
    const bytes = Buffer.concat([writer.take(), written])
    const [first = '', last = ''] = [held[0], held.at(-1)]
    held = []
    weight = 0
    return { first, last, bytes }
  }
  for (const text of [...words.keys()].sort()) {
    const word = words.get(text) as Word
    writer.head(kinds.list, 3)
    writer.binary(text)
    weight += writePages(writer, word.parts)
    const variants = [...word.variants].sort(([a], [b]) => (a < b ? -1 : 1))
    writer.list(variants, ([variant, parts]) => {
      writer.head(kinds.list, 2)
      writer.binary(variant)
      weight += writePages(writer, parts)
    })
    held.push(text)
    if (weight >= weightOfFile) yield close()
  }
  if (held.length > 0) yield close()
}

function collectWords(
  shards: readonly Shard[],
  bases: readonly number[],
  fields: readonly string[],
): Map<string, Word> {
  const words = new Map<string, Word>()
  for (const [at, shard] of shards.entries()) {
    const places = placesWith(fields, shard)
    const part = (list: PageList): Part => ({ list, places, base: bases[at] as number })
    for (const { word: text, list, variants } of shard.words) {
      const word = words.get(text) ?? { parts: [], variants: new Map<string, Part[]>() }
      words.set(text, word)
      if (list.count > 0) word.parts.push(part(list))
      for (const [variant, pages] of variants) {
        const parts = word.variants.get(variant)
        if (parts) parts.push(part(pages))
        else word.variants.set(variant, [part(pages)])
      }
    }
  }
  return words
}

/** The places of a shard, which refer to what pages say of themselves by its position among all that pages say. */
function placesWith(fields: readonly string[], shard: Shard): Buffer {
  if (shard.fields.every((name, at) => fields[at] === name)) return shard.places
  const places = Buffer.from(shard.places)
  // A negative number below 24 is one byte: its kind, then how far it is from -1.
  for (const at of shard.fieldsAt)
    places[at] = (kinds.negative << 5) | fields.indexOf(shard.fields[(places[at] as number) & 31] as string)
  return places
}

/** @returns their weight */
function writePages(writer: CborWriter, parts: readonly Part[]): number {
  writer.head(
    kinds.list,
    parts.reduce((sum, { list }) => sum + list.count, 0),
  )
  let before = 0
  let weight = 0
  for (const { list, places, base } of parts) {
    writer.head(kinds.list, 3)
    writer.number(base + list.first - before)
    writer.raw(places, list.start, list.end)
    before = base + list.last
    weight += list.weight
  }
  return weight
}
