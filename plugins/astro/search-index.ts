import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { close, createIndex } from 'pagefind'

/**
 * Indexes every page that marks its text for search, and writes the index beside them; nothing on a site that has none, where
 * Pagefind would take all pages. Posts in several languages make one index: by itself, Pagefind makes one for each language and shows readers only
 * theirs.
 * @param folder absolute path of the built site
 * @param lang language of the site
 * @returns how many pages can be found
 */
export async function writeSearchIndex(folder: string, lang: string): Promise<number> {
  if (!hasText(folder)) return 0
  try {
    const { index, errors } = await createIndex({ forceLanguage: lang, writePlayground: false })
    if (!index) throw new Error(`no search index: ${errors.join('; ')}`)
    const added = await index.addDirectory({ path: folder, glob: '**/*.html' })
    const written = await index.writeFiles({ outputPath: join(folder, 'pagefind') })
    const problems = [...added.errors, ...written.errors]
    if (problems.length > 0) throw new Error(`no search index: ${problems.join('; ')}`)
    // Pagefind brings interfaces of its own, 430 KB that nothing here loads.
    for (const name of readdirSync(join(folder, 'pagefind')))
      if (/-ui\.|^pagefind-highlight/.test(name)) rmSync(join(folder, 'pagefind', name))
    return added.page_count
  } finally {
    await close()
  }
}

function hasText(folder: string): boolean {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).some(
    (file) => file.endsWith('.html') && readFileSync(join(folder, file)).includes('data-pagefind-body'),
  )
}
