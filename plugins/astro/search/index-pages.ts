import type { ChildProcess } from 'node:child_process'
import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import type { IndexFile } from 'pagefind'

/** A page to be searched. */
export interface SearchedPage {
  /** Its path below the site: `how-often/index.html`. */
  file: string
  html: string
}

type Pagefind = typeof import('pagefind')

/** A process of Pagefind, which uses one core. */
export interface Indexer {
  /** Has it index pages, in their order: the same pages give the same files. One call at a time. */
  index(pages: readonly SearchedPage[]): Promise<IndexFile[]>
  /** Ends it. */
  close(): Promise<void>
}

/**
 * Pages in several languages make one index: by itself, Pagefind makes one for each language and shows readers only theirs.
 * @param lang language of the site
 * @param lane who works at the same time needs a lane of its own, from 0: a module of Pagefind's has one process
 */
export function openIndexer(lang: string, lane = 0): Indexer {
  const death = Promise.withResolvers<never>()
  death.promise.catch(() => {})
  let isBegun = false
  const load = (): Promise<Pagefind> =>
    import(/* @vite-ignore */ `${import.meta.resolve('pagefind')}?${lane}`)
  const begin = (pagefind: Pagefind) => {
    const watch = (message: unknown) =>
      (message as { process: ChildProcess }).process.once('exit', (code, signal) =>
        death.reject(new Error(`Pagefind was ended by ${signal ?? `itself (${code})`}`)),
      )
    if (!isBegun) subscribe('child_process', watch)
    isBegun = true
    const begun = pagefind.createIndex({ forceLanguage: lang, writePlayground: false })
    unsubscribe('child_process', watch)
    return begun
  }
  return {
    async index(pages) {
      const begun = begin(await load())
      // Pagefind itself waits forever for a process that the system ended, as it does where memory is short.
      return await Promise.race([death.promise, fill(begun, pages)])
    },
    async close() {
      if (isBegun) await (await load()).close()
    },
  }
}

/** Has a process of its own index pages. */
export async function indexPages(pages: readonly SearchedPage[], lang: string): Promise<IndexFile[]> {
  const indexer = openIndexer(lang)
  try {
    return await indexer.index(pages)
  } finally {
    await indexer.close()
  }
}

async function fill(
  begun: ReturnType<Pagefind['createIndex']>,
  pages: readonly SearchedPage[],
): Promise<IndexFile[]> {
  const { index, errors } = await begun
  if (!index) throw new Error(errors.join('; '))
  const added = await Promise.all(
    pages.map(({ file, html }) => index.addHTMLFile({ sourcePath: file, content: html })),
  )
  const made = await index.getFiles()
  const problems = [...added.flatMap((page) => page.errors), ...made.errors]
  if (problems.length > 0) throw new Error(problems.join('; '))
  await index.deleteIndex()
  return made.files
}
