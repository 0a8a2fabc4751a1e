import { hash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { filesWith, makeEngine } from './search/engine.ts'
import { indexPages } from './search/index-pages.ts'
import { keepValues } from './search/kept-values.ts'
import { mergeShards } from './search/merge-shards.ts'
import { readShard } from './search/read-shard.ts'
import { searchedPart } from './search/searched-part.ts'
import type { Shard } from './search/shard.ts'
import { shardCount, shardOf } from './search/shard-count.ts'

/**
 * Indexes every page that marks its text for search, and writes the index beside them; nothing on a site that has none. Pages
 * are indexed in shards: those whose text is the same as before come from `.coldread/cache/search/`.
 * @param folder absolute path of the built site
 * @param lang language of the site
 * @param root absolute path of the folder that holds `content/`
 * @param isClean take nothing from before
 * @returns how many pages can be found
 */
export async function writeSearchIndex(
  folder: string,
  lang: string,
  root: string,
  isClean = false,
): Promise<number> {
  const pages = findPages(folder)
  if (pages.size === 0) return 0
  const kept = keepValues(join(root, '.coldread/cache/search'), isClean)
  const maker = [makerVersion(), lang]
  const recall = <T>(dependsOn: unknown, make: () => Promise<T>) =>
    kept.recall(hash('sha256', JSON.stringify([maker, dependsOn])), make)
  try {
    const engine = await recall('engine', () => makeEngine(lang))
    const shards: Shard[] = []
    for (const shard of divide(pages)) {
      const files = shard.map(([file]) => file)
      const make = async () => readShard(await indexPages(readPages(folder, files), lang))
      shards.push(await recall(shard, make))
    }
    const merged = mergeShards(shards, engine.language)
    await writeFiles(join(folder, 'pagefind'), filesWith(engine, merged))
    kept.forgetOthers()
    return merged.pages
  } catch (error) {
    throw new Error(`no search index: ${(error as Error).message}`, { cause: error })
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

/** Shards that hold any page, each in the order of its paths: folders are not listed alike everywhere. */
function divide(pages: ReadonlyMap<string, string>): [file: string, hash: string][][] {
  const count = shardCount(pages.size)
  const shards = Map.groupBy([...pages].sort(), ([file]) => shardOf(file, count))
  return [...shards].sort(([a], [b]) => a - b).map(([, shard]) => shard)
}

function readPages(folder: string, files: readonly string[]) {
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
