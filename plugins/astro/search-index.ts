import { hash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { dirname, join, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { filesWith, makeEngine } from './search/engine.ts'
import { indexPages, type SearchedPage } from './search/index-pages.ts'
import { keepValues } from './search/kept-values.ts'
import { mergeShards } from './search/merge-shards.ts'
import { readShard } from './search/read-shard.ts'
import { searchedPart } from './search/searched-part.ts'
import type { Shard } from './search/shard.ts'
import { shardCount, shardOf } from './search/shard-count.ts'

/** So many shards are made at once. Pagefind takes some 100 MB for each. */
const atOnce = Math.min(4, availableParallelism())

/**
 * Indexes every page that marks its text for search, and writes the index beside them; nothing on a site that has none. Pages
 * are indexed in shards: those whose text is the same as before come from `.coldread/cache/search/`.
 * @param folder absolute path of the built site
 * @param lang language of the site
 * @param root absolute path of the folder that holds `content/`
 * @returns how many pages can be found
 */
export async function writeSearchIndex(folder: string, lang: string, root: string): Promise<number> {
  const pages = findPages(folder)
  if (pages.size === 0) return 0
  const kept = keepValues(join(root, '.coldread/cache/search'))
  const maker = [makerVersion(), lang]
  const recall = <T>(dependsOn: unknown, make: () => Promise<T>) =>
    kept.recall(hash('sha256', JSON.stringify([maker, dependsOn])), make)
  try {
    const engine = await recall('engine', () => makeEngine(lang))
    const shards: Shard[] = []
    const left = divide([...pages.keys()])
    const work = async (lane: number) => {
      for (const [at, shard] of left)
        shards[at] = await recall(
          shard.map((file) => [file, pages.get(file)]),
          async () => readShard(await indexPages(readPages(folder, shard), lang, lane)),
        )
    }
    await Promise.all(Array.from({ length: atOnce }, (_, lane) => work(lane)))
    const merged = mergeShards(shards, engine.language)
    await writeFiles(join(folder, 'pagefind'), filesWith(engine, merged))
    kept.forgetOthers()
    return merged.pages
  } catch (error) {
    const why = `no search index, and so no new site: ${(error as Error).message}`
    const mend = 'Build again; where that fails too, `npm install` brings back the program of Pagefind.'
    throw new Error(`${why}\n${mend}`, { cause: error })
  }
}

/** Pages that are searched: the hash of what they are searched for, by path below the site. */
function findPages(folder: string): Map<string, string> {
  const pages = new Map<string, string>()
  for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!file.endsWith('.html')) continue
    const part = searchedPart(readFileSync(join(folder, file)))
    if (part) pages.set(file.replaceAll(sep, '/'), hash('sha256', part))
  }
  return pages
}

/**
 * Shards that hold any page, each in the order of its paths, since folders are not listed alike everywhere. Being a generator, it
 * ends for all who take from it once one of them fails.
 */
function* divide(files: readonly string[]): Generator<[at: number, shard: string[]]> {
  const count = shardCount(files.length)
  const shards = Map.groupBy(files.toSorted(), (file) => shardOf(file, count))
  yield* [...shards.values()].entries()
}

function readPages(folder: string, files: readonly string[]): SearchedPage[] {
  return files.map((file) => ({
    file,
    html: `<html><body>${searchedPart(readFileSync(join(folder, file)))?.toString()}</body></html>`,
  }))
}

async function writeFiles(folder: string, files: ReturnType<typeof filesWith>): Promise<void> {
  for (const below of new Set([...files.keys()].map(dirname)))
    mkdirSync(join(folder, below), { recursive: true })
  for (const [path, content] of files) writeFileSync(join(folder, path), await content)
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
