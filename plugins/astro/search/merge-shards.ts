import { promisify } from 'node:util'
import { constants, gzip } from 'node:zlib'
import { kinds } from './cbor-reader.ts'
import { CborWriter } from './cbor-writer.ts'
import { mergeWords, type WordFile } from './merge-words.ts'
import { pagefindHash } from './pagefind-hash.ts'
import { packedMark } from './read-shard.ts'
import type { Shard } from './shard.ts'

/** An index as browsers load it. */
export interface Merged {
  /** By which the entry of the index calls it. */
  name: string
  pages: number
  /** By path below `pagefind/`. */
  files: Map<string, Uint8Array>
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
export async function mergeShards(shards: readonly Shard[], language: string): Promise<Merged> {
  const files = new Map<string, Uint8Array>()
  const packing: Promise<unknown>[] = []
  const nameFor = (kind: string, whole: string) => {
    // As Pagefind does where the beginnings of two hashes are the same.
    let length = 7
    const path = () => `${kind}/${language}_${whole.slice(0, length)}.pf_${kind}`
    while (files.has(path())) length++
    return { name: `${language}_${whole.slice(0, length)}`, path: path() }
  }
  const put = (path: string, bytes: Buffer) => {
    files.set(path, bytes)
    packing.push(pack(bytes).then((packed) => files.set(path, packed)))
  }
  const putNamed = (kind: string, bytes: Buffer) => {
    const { name, path } = nameFor(kind, pagefindHash(bytes))
    put(path, bytes)
    return name
  }

  const pages = shards.flatMap((shard) => shard.pages)
  const bases: number[] = []
  let base = 0
  for (const shard of shards) {
    bases.push(base)
    base += shard.pages.length
  }
  const fields = [...new Set(shards.flatMap((shard) => shard.fields))].sort()
  const writer = new CborWriter()
  const texts = (all: readonly string[]) => writer.list(all, (text) => writer.text(text))

  const filters = mergeFilters(shards, bases).map(([filter, values]) => {
    writer.head(kinds.list, 2)
    writer.text(filter)
    writer.list(values, ([value, numbers]) => {
      writer.head(kinds.list, 2)
      writer.text(value)
      writer.list(numbers, (number) => writer.number(number))
    })
    return [filter, putNamed('filter', writer.take())]
  })
  const words = [...mergeWords(shards, bases, fields)].map(({ first, last, bytes }) => ({
    first,
    last,
    name: putNamed('index', bytes),
  }))

  writer.head(kinds.list, 6)
  writer.text(shards[0]?.version ?? '')
  writer.list(pages, (page) => {
    const { name, path } = nameFor('fragment', page.hash)
    files.set(path, page.fragment)
    writer.head(kinds.list, 3)
    writer.text(name)
    writer.number(page.words)
    writer.text('')
  })
  writer.list(rangesOf(words), texts)
  writer.list(filters, texts)
  writer.list([], () => {})
  texts(fields)
  const meta = writer.take()
  const name = `${language}_${pagefindHash(meta).slice(0, 10)}`
  put(`pagefind.${name}.pf_meta`, meta)

  await Promise.all(packing)
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
  const sorted = <T>(map: ReadonlyMap<string, T>) =>
    [...map].sort(([a], [b]) => Buffer.compare(Buffer.from(a), Buffer.from(b)))
  return sorted(filters).map(([name, values]) => [name, sorted(values)])
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

function pack(bytes: Buffer): Promise<Buffer> {
  return zip(Buffer.concat([Buffer.from(packedMark), bytes]), { level: constants.Z_BEST_COMPRESSION })
}
