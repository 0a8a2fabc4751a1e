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

/**
 * Has Pagefind index pages, in their order: the same pages give the same files. Its process ends with it, and gives back its
 * memory. Pages in several languages make one index: by itself, Pagefind makes one for each language and shows readers only theirs.
 * @param lang language of the site
 * @param lane who works at the same time needs a lane of its own, from 0: a module of Pagefind's has one process, which uses one core
 */
export async function indexPages(
  pages: readonly SearchedPage[],
  lang: string,
  lane = 0,
): Promise<IndexFile[]> {
  const pagefind: Pagefind = await import(/* @vite-ignore */ `${import.meta.resolve('pagefind')}?${lane}`)
  const death = Promise.withResolvers<never>()
  death.promise.catch(() => {})
  const watch = (message: unknown) =>
    (message as { process: ChildProcess }).process.once('exit', (code, signal) =>
      death.reject(new Error(`Pagefind was ended by ${signal ?? `itself (${code})`}`)),
    )
  subscribe('child_process', watch)
  const begun = pagefind.createIndex({ forceLanguage: lang, writePlayground: false })
  unsubscribe('child_process', watch)
  try {
    // Pagefind itself waits forever for a process that the system ended, as it does where memory is short.
    return await Promise.race([death.promise, fill(begun, pages)])
  } finally {
    await pagefind.close()
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
  return made.files
}
