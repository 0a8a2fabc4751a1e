import type { IndexFile } from 'pagefind'
import type { Indexer } from './index-pages.ts'
import type { Merged, MergedFile } from './merge-shards.ts'
import { pagefindHash } from './pagefind-hash.ts'

/** What browsers search with, whatever the pages. */
export interface Engine {
  /** The language of the index, as its files call it. */
  language: string
  files: readonly IndexFile[]
}

interface Entry {
  languages: Record<string, { hash: string; page_count: number }>
}

const entryPath = 'pagefind-entry.json'
const textDecoder = new TextDecoder()

/** The engine for a site in a language. Pagefind hands it out with an index, here of one word. */
export async function makeEngine(lang: string, index: Indexer['index']): Promise<Engine> {
  const made = await index([{ file: 'index.html', html: '<html><body>none</body></html>' }])
  // Pagefind brings interfaces of its own, 430 KB that nothing here loads.
  const files = made.filter(({ path }) => !/\/|\.pf_meta$|-ui\.|^pagefind-highlight/.test(path))
  const [language = lang] = Object.keys(entryOf(files).languages)
  return { language, files }
}

/** All files of a search, by path below `pagefind/`. */
export function filesWith(engine: Engine, { name, pages, files }: Merged): Map<string, MergedFile> {
  const entry = entryOf(engine.files)
  Object.assign(entry.languages[engine.language] ?? {}, { hash: name, page_count: pages })
  return new Map([
    ...engine.files.map(({ path, content }) => [path, fileOf(content)] as const),
    ...files,
    [entryPath, fileOf(Buffer.from(JSON.stringify(entry)))],
  ])
}

function fileOf(content: Uint8Array): MergedFile {
  return { hash: pagefindHash(content), bytes: () => content }
}

function entryOf(files: readonly IndexFile[]): Entry {
  return JSON.parse(textDecoder.decode(files.find(({ path }) => path === entryPath)?.content))
}
