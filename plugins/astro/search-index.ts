import { hash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { bring } from './kept-pages.ts'
import { filesWith, makeEngine } from './search/engine.ts'
import { type Indexer, openIndexer } from './search/index-pages.ts'
import { keepValues } from './search/kept-values.ts'
import { type MergedFile, mergeShards } from './search/merge-shards.ts'
import { readShard } from './search/read-shard.ts'
import type { Shard } from './search/shard.ts'
import { shardCount, shardOf } from './search/shard-count.ts'

/** So many shards are made at once. Pagefind takes some 100 MB for each. */
const atOnce = Math.min(4, availableParallelism())
/** So many more may wait. While they do, no further pages are made: each is 5 MB. */
const mostWaiting = 4

/** What is searched of the pages of a site, most of which are known before they are made. */
export interface SearchedSite {
  /** Absolute path of the folder that holds `content/`. */
  root: string
  /** Language of the site. */
  lang: string
  /** Paths of the pages that are coming, below the site: `how-often/index.html`. */
  coming: Iterable<string>
  /** What is searched of a page that was kept from an earlier build. */
  readKept(file: string): string | undefined
  /** The index of that build: absolute path of its site, and what names its files' contents, by path below the site. */
  earlier?: { site: string; files: SearchFiles } | undefined
}

/** What names the contents of an index's files, by path below the site. */
export type SearchFiles = Readonly<Record<string, string>>

/** Makes an index while pages are being made. */
export interface SearchIndexer {
  /** A page was made. @param part what is searched of it: HTML @returns when there is room for more */
  add(file: string, part: string | undefined): Promise<void>
  /** A page stands from an earlier build. @param searched hash of what is searched of it */
  addKept(file: string, searched: string | undefined): void
  /**
   * Writes the index beside the pages; nothing for a site that has none to search.
   * @param folder absolute path of the built site
   * @returns how many pages can be found, and the files, of which some stand from an earlier build
   */
  write(folder: string): Promise<{ pages: number; files: SearchFiles; kept: readonly string[] }>
}

/** Names what is searched of a page. */
export function searchedHash(part: string): string {
  return hash('sha256', part)
}

/**
 * Indexes every page that marks its text for search. Pages are indexed in shards, each as soon as all of its pages are there; those
 * whose text is the same as before come from `.coldread/cache/search/`.
 */
export function beginSearch({ root, lang, coming, readKept, earlier }: SearchedSite): SearchIndexer {
  const kept = keepValues(join(root, '.coldread/cache/search'))
  let maker: unknown
  const recall = <T>(dependsOn: unknown, make: () => Promise<T>) => {
    maker ??= [makerVersion(), lang]
    return kept.recall(hash('sha256', JSON.stringify([maker, dependsOn])), make)
  }
  const expected = new Set(coming)
  const count = shardCount(expected.size)
  /** By number; one more for pages that nobody knew of. */
  const pages = Array.from({ length: count + 1 }, () => new Map<string, string>())
  const missing = Array.from({ length: count }, () => 0)
  for (const file of expected) (missing[shardOf(file, count)] as number)++
  /** What is searched of pages whose shard is not made yet. */
  const parts = new Map<string, string>()
  const shards: Shard[] = []
  const waiting: number[] = []
  const indexers = Array.from({ length: atOnce }, (_, lane) => openIndexer(lang, lane))
  let working = 0
  let step = Promise.withResolvers<void>()
  let failure: { error: unknown } | undefined

  const read = (file: string): string => parts.get(file) ?? readKept(file) ?? ''
  const make = async (at: number, indexer: Indexer) => {
    const files = [...(pages[at] ?? [])].sort(([a], [b]) => (a < b ? -1 : 1))
    if (files.length === 0) return
    shards[at] = await recall(files, async () => {
      const searched = files.map(([file]) => ({ file, html: `<html><body>${read(file)}</body></html>` }))
      return readShard(await indexer.index(searched))
    })
    for (const [file] of files) parts.delete(file)
  }
  const work = async (indexer: Indexer) => {
    working++
    for (let at = waiting.shift(); at !== undefined && !failure; at = waiting.shift()) {
      try {
        await make(at, indexer)
      } catch (error) {
        // Whoever writes the index hears of it.
        failure ??= { error }
      }
      step.resolve()
      step = Promise.withResolvers()
    }
    working--
    indexers.push(indexer)
  }
  const begin = (at: number) => {
    waiting.push(at)
    const indexer = indexers.shift()
    if (indexer) void work(indexer)
  }
  const take = (file: string, searched: string | undefined) => {
    const isExpected = expected.delete(file)
    const at = isExpected ? shardOf(file, count) : count
    if (searched !== undefined) pages[at]?.set(file, searched)
    if (isExpected && --(missing[at] as number) === 0) begin(at)
  }
  return {
    async add(file, part) {
      if (part !== undefined) parts.set(file, part)
      take(file, part === undefined ? undefined : searchedHash(part))
      while (waiting.length > mostWaiting && !failure) await step.promise
    },
    addKept(file, searched) {
      take(file, searched)
    },
    async write(folder) {
      for (const [at, left] of missing.entries()) if (left > 0) begin(at)
      begin(count)
      try {
        while (working > 0) await step.promise
        if (failure) throw failure.error
        const made = shards.filter((shard) => shard)
        if (made.length === 0) return { pages: 0, files: {}, kept: [] }
        const [indexer] = indexers as [Indexer]
        const engine = await recall('engine', () => makeEngine(lang, indexer.index))
        const merged = mergeShards(made, engine.language)
        const files = await writeFiles(folder, filesWith(engine, merged), earlier)
        kept.forgetOthers()
        const isKept = (path: string) => earlier?.files[path] === files[path]
        return { pages: merged.pages, files, kept: Object.keys(files).filter(isKept) }
      } catch (error) {
        const why = `no search index, and so no new site: ${(error as Error).message}`
        const mend = 'Build again; where that fails too, `npm install` brings back the program of Pagefind.'
        throw new Error(`${why}\n${mend}`, { cause: error })
      } finally {
        await Promise.all(indexers.map((indexer) => indexer.close()))
      }
    },
  }
}

async function writeFiles(
  folder: string,
  files: ReadonlyMap<string, MergedFile>,
  earlier: SearchedSite['earlier'],
): Promise<SearchFiles> {
  const written: Record<string, string> = {}
  for (const below of new Set([...files.keys()].map(dirname)))
    mkdirSync(join(folder, 'pagefind', below), { recursive: true })
  const fresh: [path: string, bytes: Uint8Array | Promise<Uint8Array>][] = []
  for (const [name, { hash, bytes }] of files) {
    const path = `pagefind/${name}`
    written[path] = hash
    if (earlier?.files[path] === hash) bring(path, folder, earlier.site)
    else fresh.push([path, bytes()])
  }
  for (const [path, bytes] of fresh) writeFileSync(join(folder, path), await bytes)
  return written
}

/** What shards depend on besides pages: Pagefind, as installed, and the code that asks it and reads what it made. */
function makerVersion(): string {
  const own = join(import.meta.dirname, 'search')
  const files = [
    fileURLToPath(new URL('../package.json', import.meta.resolve('pagefind'))),
    ...readdirSync(own)
      .sort()
      .map((file) => join(own, file)),
  ]
  return hash('sha256', JSON.stringify(files.map((file) => readFileSync(file, 'utf8'))))
}
