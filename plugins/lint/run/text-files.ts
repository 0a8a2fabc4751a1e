import { type Stats, statSync } from 'node:fs'
import { join } from 'node:path'
import { listFolder } from '../../../src/disk.ts'
import { WrongUse } from './wrong-use.ts'

const isText = /\.(?:mdx?|markdown)$/i

/**
 * The Markdown and MDX files that a path means: itself, or all in the folder, by name. Hidden files and folders,
 * `node_modules` and links to folders are left out.
 */
export function textFilesIn(path: string): string[] {
  const stat = statOf(path)
  if (stat === 'unknown') return [path]
  if (!stat) throw new WrongUse(`There is no file or folder ${path}.`)
  if (stat.isDirectory()) return filesBelow(path)
  if (!stat.isFile() || !isText.test(path))
    throw new WrongUse(`${path} is no Markdown: give .md or .mdx files, or folders that hold them.`)
  return [path]
}

/** A folder that cannot be read is in the list itself: reading it as a text says why. */
function filesBelow(folder: string): string[] {
  const entries = listFolder(folder, folder)
  if (!Array.isArray(entries)) return [folder]
  return entries
    .filter(({ name }) => !name.startsWith('.') && name !== 'node_modules')
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name)
      if (entry.isDirectory()) return filesBelow(path)
      if (!isText.test(entry.name)) return []
      const stat = statOf(path)
      return stat === 'unknown' || stat?.isFile() ? [path] : []
    })
}

/** Undefined where there is nothing; unknown where the system does not say. */
function statOf(path: string): Stats | 'unknown' | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false })
  } catch {
    return 'unknown'
  }
}
