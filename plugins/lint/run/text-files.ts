import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { WrongUse } from './wrong-use.ts'

const isText = /\.(?:mdx?|markdown)$/i

/**
 * The Markdown and MDX files that a path means: itself, or all in the folder, by name. Hidden files and folders,
 * `node_modules` and links to folders are left out.
 */
export function textFilesIn(path: string): string[] {
  const stat = statSync(path, { throwIfNoEntry: false })
  if (!stat) throw new WrongUse(`There is no file or folder ${path}.`)
  if (stat.isDirectory()) return filesBelow(path)
  if (!stat.isFile() || !isText.test(path))
    throw new WrongUse(`${path} is no Markdown: give .md or .mdx files, or folders that hold them.`)
  return [path]
}

function filesBelow(folder: string): string[] {
  const entries = readdirSync(folder, { withFileTypes: true })
  return entries
    .filter(({ name }) => !name.startsWith('.') && name !== 'node_modules')
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name)
      if (entry.isDirectory()) return filesBelow(path)
      return isText.test(entry.name) && statSync(path, { throwIfNoEntry: false })?.isFile() ? [path] : []
    })
}
