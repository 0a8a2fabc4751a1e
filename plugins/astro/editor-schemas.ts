import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { jsonSchemaOf } from '../../src/calendar/reference.ts'
import { isPost, type Sources } from '../../src/calendar/sources.ts'
import { writeWhole } from '../../src/write-whole.ts'
import { rules } from '../lint/rules.ts'
import { lintSchemas } from '../lint/settings-schema.ts'
import { projectOf } from './package-root.ts'
import type { Run } from './run.ts'

/**
 * Tells Astro's editor extension which schema the front matter of posts has, so that it completes and explains every
 * field. Astro writes these files for its collections; ours hold only what is shown, and in another form, so the
 * extension is given the entry as people write it, for every post.
 * @param dotAstro absolute path of `.astro/`
 */
export function writeEditorSchemas(dotAstro: string, root: string, sources: Sources): void {
  const folder = join(dotAstro, 'collections')
  const posts = [...sources.texts.keys()].filter(isPost)
  const entries = Object.fromEntries(
    posts.map((file) => [decodeURIComponent(pathToFileURL(join(root, file)).href).toLowerCase(), 'post']),
  )
  const manifest = { collections: [{ hasSchema: true, name: 'post' }], entries }
  writeWhole(
    join(folder, 'post.schema.json'),
    `${JSON.stringify(jsonSchemaOf('post', lintSchemas(rules)), null, 2)}\n`,
  )
  writeWhole(join(folder, 'collections.json'), `${JSON.stringify(manifest, null, 2)}\n`)
}

/** Does so where the content stands in the Astro project itself. */
export function tellEditors({ root, opened }: Run): void {
  if (projectOf(root) === resolve(root)) writeEditorSchemas(join(root, '.astro'), root, opened.sources)
}
