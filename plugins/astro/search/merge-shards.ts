import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { kinds } from './cbor-reader.ts'
import { CborWriter } from './cbor-writer.ts'
import { mergeWords, type WordFile } from './merge-words.ts'
import { pagefindHash } from './pagefind-hash.ts'
import { mostFields, packedMark, tooManyFields } from './read-shard.ts'
import type { Shard } from './shard.ts'

/** An index as browsers load it. */
export interface Merged {
  /** By which the entry of the index calls it. */
  name: string
  pages: number
  /** By path below `pagefind/`. */
  files: Map<string, MergedFile>
}

/** A file of an index. */
export interface MergedFile {
  /** Names what it holds, unpacked: a file with the same need not be written again. */
  hash: string
  bytes(): Uint8Array | Promise<Uint8Array>
}

/**
 * Puts shards together: the very index that Pagefind makes of all their pages at once, so that every question has the same answer.
 *
 * Pagefind itself would search the shards one by one in the browser and put the answers together (`mergeIndex`). They differ then:
 * how rare a word is and how long pages are counts within a shard, and a shard that lacks a word of a question answers the rest of it.
 * Of 600 questions to 1,000 posts in four shards, 93 had another first answer and 569 other ten. It would also load as many
 * files more as there are shards.
 * @param language as the index calls it: `en`
 */
export function mergeShards(shards: readonly Shard[], language: string): Merged {
  const files: Merged['files'] = new Map()
  const put = (kind: string, hash: string, bytes: MergedFile['bytes']) => {
    // As Pagefind does where the beginnings of two hashes are the same.
    let length = 7
    const name = () => `${language}_${hash.slice(0, length)}`
    const path = () => `${kind}/${name()}.pf_${kind}`
    while (files.has(path())) length++
    files.set(path(), { hash, bytes })
    return name()
  }
  const putPacked = (kind: string, bytes: Buffer) => put(kind, pagefindHash(bytes), () => pack(bytes))

  const writer = new CborWriter()
  const texts = (all: readonly string[]) => writer.list(all, (text) => writer.text(text))
  const bases: number[] = []
  const pages: [name: string, words: number][] = []
  for (const shard of shards) {
    bases.push(pages.length)
    for (const { hash, fragment, words } of shard.pages)
      pages.push([put('fragment', hash, () => fragment), words])
  }
  const filters = mergeFilters(shards, bases).map(([filter, values]) => {
    writer.head(kinds.list, 2)
    writer.text(filter)
    writer.list(values, ([value, numbers]) => {
      writer.head(kinds.list, 2)
      writer.text(value)
      writer.list(numbers, (number) => writer.number(number))
    })
    return [filter, putPacked('filter', writer.take())]
  })
  const fields = inOrderOfBytes(new Set(shards.flatMap((shard) => shard.fields)), (field) => field)
  if (fields.length > mostFields) throw new Error(tooManyFields)
  const words = mergeWords(shards, bases, fields).map(({ bytes, ...range }) => ({
    ...range,
    name: putPacked('index', bytes),
  }))

  writer.head(kinds.list, 6)
  writer.text(shards[0]?.version ?? '')
  writer.list(pages, ([name, length]) => {
    writer.head(kinds.list, 3)
    writer.text(name)
    writer.number(length)
    writer.text('')
  })
  writer.list([...rangesOf([...words])], texts)
  writer.list(filters, texts)
  writer.list([], () => {})
  texts(fields)
  const meta = writer.take()
  const hash = pagefindHash(meta)
  const name = `${language}_${hash.slice(0, 10)}`
  files.set(`pagefind.${name}.pf_meta`, { hash, bytes: () => pack(meta) })
  return { name, pages: pages.length, files }
}

function mergeFilters(shards: readonly Shard[], bases: readonly number[]): Shard['filters'] {
  const filters = new Map<string, Map<string, number[]>>()
  for (const [at, shard] of shards.entries())
    for (const [name, values] of shard.filters) {
      const all = filters.get(name) ?? new Map<string, number[]>()
      filters.set(name, all)
      for (const [value, pages] of values) {
        const numbers = all.get(value) ?? []
        all.set(value, numbers)
        for (const page of pages) numbers.push(page + (bases[at] as number))
      }
    }
  const sorted = <T>(map: ReadonlyMap<string, T>) => inOrderOfBytes(map, ([name]) => name)
  return sorted(filters).map(([name, values]) => [name, sorted(values)])
}

/** Rust compares texts by their bytes, JavaScript by halves of characters. */
function inOrderOfBytes<T>(items: Iterable<T>, textOf: (item: T) => string): T[] {
  return [...items].sort((a, b) => Buffer.compare(Buffer.from(textOf(a)), Buffer.from(textOf(b))))
}

/** From which word to which one each file is asked for, no longer than it takes to tell it from its neighbors. */
function rangesOf(files: readonly (Omit<WordFile, 'bytes'> & { name: string })[]): string[][] {
  const words = files.map(({ first, last }) => [charactersOf(first), charactersOf(last)] as const)
  return files.map(({ name }, at) => {
    const [first, last] = words[at] as (typeof words)[number]
    return [told(first, words[at - 1]?.[1]), told(last, words[at + 1]?.[0]), name]
  })
}

/** The beginning of a word in which it differs from another. */
function told(word: readonly string[], other: readonly string[] | undefined): string {
  const same = other ? word.findIndex((character, at) => character !== other[at]) : -1
  return word.slice(0, same < 0 ? undefined : same + 1).join('')
}

function charactersOf(binary: string): string[] {
  return [...Buffer.from(binary, 'latin1').toString()]
}

const zip = promisify(gzip)

/** Levels above take four times as long for 1 % less. */
const level = 6

function pack(bytes: Buffer): Promise<Buffer> {
  return zip(Buffer.concat([Buffer.from(packedMark), bytes]), { level })
}
