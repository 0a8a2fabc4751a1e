import { type Dirent, realpathSync, statSync } from 'node:fs'
import { join, sep } from 'node:path'
import type { Fault } from '../../src/calendar/fault.ts'
import { listFolder, readText } from '../../src/disk.ts'
import type { ForeignFolder } from '../../src/moving/foreign-folder.ts'

/** Folders at the top that hold no sources: what was built, what was installed. Those of tools begin with a dot. */
const passed = new Set(['_site', 'dist', 'resources', 'vendor', 'bower_components'])
/** More files than any blog has. */
const mostFiles = 200_000
const deepest = 40

/** A foreign folder, and what of it cannot be read. */
export interface OpenFolder extends ForeignFolder {
  faults: Fault[]
  /** The absolute path of one of its files. */
  pathOf(file: string): string
}

/** Lists a folder. Links that lead out of it are faults, and nothing behind them is read. */
export function openFolder(root: string): OpenFolder {
  const home = realpathSync(root)
  const files: string[] = []
  const faults: Fault[] = []
  const fault = (file: string, what: string, mend: string) =>
    faults.push({ file, line: 1, column: 1, what, mend })
  const list = (folder: string, depth: number): void => {
    const entries = listFolder(join(home, folder), folder === '' ? '.' : folder)
    if (!Array.isArray(entries)) return void faults.push(entries)
    for (const entry of entries.sort(byName)) {
      const file = folder === '' ? entry.name : `${folder}/${entry.name}`
      if (files.length >= mostFiles) return
      if (entry.isSymbolicLink()) {
        if (leadsToFileIn(home, join(home, file))) files.push(file)
        else fault(file, 'a link that leads out of the folder, or to no file', 'put the file itself here')
      } else if (entry.isDirectory()) {
        const isTop = folder === ''
        if (entry.name === 'node_modules' || entry.name.startsWith('.') || (isTop && passed.has(entry.name)))
          continue
        if (depth >= deepest) fault(file, `more than ${deepest} folders inside one another`, 'move it up')
        else list(file, depth + 1)
      } else if (entry.isFile()) files.push(file)
    }
  }
  list('', 0)
  if (files.length >= mostFiles)
    fault(
      '.',
      `more than ${mostFiles} files`,
      'name the folder of the blog itself; the rest was not looked at',
    )
  const all = new Set(files.sort())
  const pathOf = (file: string) => join(home, ...file.split('/'))
  return {
    files: all,
    faults,
    pathOf,
    read(file) {
      if (all.has(file)) return readForeignText(pathOf(file), file)
      return { file, line: 1, column: 1, what: 'there is no such file', mend: 'put it there' }
    },
  }
}

function byName(a: Dirent, b: Dirent): number {
  return a.name < b.name ? -1 : 1
}

function leadsToFileIn(home: string, path: string): boolean {
  try {
    return realpathSync(path).startsWith(home + sep) && statSync(path).isFile()
  } catch {
    return false
  }
}

/** Reads a text of others, or says why it is none. @param file its path as it is reported */
export function readForeignText(path: string, file: string): string | Fault {
  const read = readText(path, file)
  if (typeof read !== 'string' || !read.includes('\0')) return read
  return { file, line: 1, column: 1, what: 'this is no text', mend: 'give it the ending of what it is' }
}
