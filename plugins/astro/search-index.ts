import { readdirSync, rmSync } from 'node:fs'
import { close, createIndex } from 'pagefind'

/**
 * Indexes every page that marks its text for search, and writes the index beside them.
 * @param folder absolute path of the built site
 * @returns how many pages can be found
 */
export async function writeSearchIndex(folder: string): Promise<number> {
  try {
    const { index, errors } = await createIndex({ writePlayground: false })
    if (!index) throw new Error(`no search index: ${errors.join('; ')}`)
    const added = await index.addDirectory({ path: folder, glob: '**/*.html' })
    const written = await index.writeFiles({ outputPath: `${folder}/pagefind` })
    const problems = [...added.errors, ...written.errors]
    if (problems.length > 0) throw new Error(`no search index: ${problems.join('; ')}`)
    // Pagefind brings interfaces of its own, 430 KB that nothing here loads.
    for (const name of readdirSync(`${folder}/pagefind`))
      if (/-ui\.|^pagefind-highlight/.test(name)) rmSync(`${folder}/pagefind/${name}`)
    return added.page_count
  } finally {
    await close()
  }
}
