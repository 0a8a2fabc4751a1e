import { gunzipSync } from 'node:zlib'
import type { IndexFile } from 'pagefind'
import { CborReader, kinds } from './cbor-reader.ts'
import { pagefindHash } from './pagefind-hash.ts'
import type { PageList, Shard, ShardWord } from './shard.ts'

/** Stands before what Pagefind's packed files hold. */
export const packedMark = 'pagefind_dcd'

/** Bytes that refer to one of more fields would be longer. */
export const mostFields = 24
export const tooManyFields = `the pages name more than ${mostFields} different things in \`data-pagefind-meta\`: name fewer`

/**
 * Takes an index of Pagefind 1.6 apart. How its files look is nowhere promised: a test compares what we put together with what
 * Pagefind makes of the same pages, byte for byte.
 */
export function readShard(files: readonly IndexFile[]): Shard {
  const packed = new Map(files.map(({ path, content }) => [path, content]))
  const fileOf = (path: string) => {
    const content = packed.get(path)
    if (!content) throw new Error(`Pagefind wrote no ${path}`)
    return content
  }
  const unpack = (content: Uint8Array) => gunzipSync(content).subarray(packedMark.length)

  const metaPath = [...packed.keys()].find((path) => path.endsWith('.pf_meta')) ?? 'pf_meta'
  const meta = new CborReader(unpack(fileOf(metaPath)))
  meta.value(kinds.list)
  const version = meta.text()
  const pages = meta.list(() => {
    meta.value(kinds.list)
    const [name, words, group] = [meta.text(), meta.number(), meta.text()]
    if (group) throw new Error(`Pagefind put the page ${name} into a file with others`)
    const fragment = fileOf(`fragment/${name}.pf_fragment`)
    return { hash: pagefindHash(unpack(fragment)), words, fragment }
  })
  const chunks = meta.list(() => readTexts(meta))
  const filterNames = meta.list(() => readTexts(meta))
  // An order to sort by, which nothing here asks for, cannot be put together from parts.
  meta.list(() => {
    meta.value(kinds.list)
    return [meta.text(), meta.list(() => meta.number())]
  })
  const fields = meta.list(() => meta.text())
  if (fields.length > mostFields) throw new Error(tooManyFields)

  const filters = filterNames.map(([, name]): Shard['filters'][number] => {
    const filter = new CborReader(unpack(fileOf(`filter/${name}.pf_filter`)))
    filter.value(kinds.list)
    return [
      filter.text(),
      filter.list(() => {
        filter.value(kinds.list)
        return [filter.text(), filter.list(() => filter.number())]
      }),
    ]
  })
  const places = Buffer.concat(chunks.map(([, , name]) => unpack(fileOf(`index/${name}.pf_index`))))
  return { version, pages, fields, filters, places, ...readWords(places, chunks.length) }
}

function readTexts(reader: CborReader): string[] {
  return reader.list(() => reader.text())
}

/** @param places so many lists of words, one after the other */
function readWords(places: Buffer, lists: number): Pick<Shard, 'words' | 'fieldsAt'> {
  const reader = new CborReader(places)
  const words: ShardWord[] = []
  const fieldsAt: number[] = []

  const skipNumbers = (): number => {
    const length = reader.value(kinds.list)
    for (let each = 0; each < length; each++) reader.head()
    return length
  }
  const readPages = (): PageList => {
    const count = reader.value(kinds.list)
    const list: PageList = { count, first: 0, last: 0, weight: count, start: reader.at, end: reader.at }
    for (let each = 0; each < count; each++) {
      reader.value(kinds.list)
      list.last += reader.number()
      if (each === 0) {
        list.first = list.last
        list.start = reader.at
      }
      list.weight += skipNumbers()
      const length = reader.value(kinds.list)
      list.weight += length
      for (let place = 0; place < length; place++) {
        const { at } = reader
        reader.head()
        if (reader.kind === kinds.negative) fieldsAt.push(at)
      }
    }
    list.end = reader.at
    return list
  }

  for (let list = 0; list < lists; list++) {
    reader.value(kinds.list)
    reader.list(() => {
      reader.value(kinds.list)
      const word = reader.binary()
      const pages = readPages()
      const variants = reader.list((): ShardWord['variants'][number] => {
        reader.value(kinds.list)
        return [reader.binary(), readPages()]
      })
      words.push({ word, list: pages, variants })
    })
  }
  return { words, fieldsAt: Uint32Array.from(fieldsAt) }
}
