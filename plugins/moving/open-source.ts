import { closeSync, openSync, readSync, statSync } from 'node:fs'
import type { Fault } from '../../src/calendar/fault.ts'
import type { ForeignPost } from '../../src/moving/foreign-post.ts'
import { type ProgramName, programOf, programs } from '../../src/moving/programs/programs.ts'
import type { Source } from '../../src/moving/source.ts'
import { filePrograms } from './file-programs.ts'
import { openFolder } from './open-folder.ts'

/** So much of an export shows what it is. */
const head = 65_536

/** Opens a blog of another program: a folder, or the file of an export. */
export async function openSource(path: string): Promise<Source | Fault> {
  const stats = statSync(path, { throwIfNoEntry: false })
  const fault = (what: string, mend: string): Fault => ({ file: path, line: 1, column: 1, what, mend })
  if (!stats) return fault('there is nothing here', 'name the folder of a blog, or the file of an export')
  if (stats.isDirectory()) return folderSource(path)
  if (!stats.isFile())
    return fault('this is neither a folder nor a file', 'name the folder of a blog, or the file of an export')
  const begins = beginningOf(path)
  const program = Object.values(filePrograms).find((each) => each.recognizes(begins))
  if (program) return program.open(path)
  const known = Object.keys(filePrograms).join(', ')
  return fault(
    `this is no export that is understood (${known})`,
    'export the blog again, or name the folder that it is made of',
  )
}

function beginningOf(path: string): string {
  const file = openSync(path, 'r')
  try {
    const bytes = Buffer.alloc(head)
    return bytes.toString('utf8', 0, readSync(file, bytes, 0, head, 0))
  } finally {
    closeSync(file)
  }
}

/** A folder as a source: its posts are read one by one. */
function folderSource(path: string): Source | Fault {
  const folder = openFolder(path)
  const name: ProgramName = programOf(folder)
  const { title, open } = programs[name]
  const opened = open(folder)
  if (opened.files.length === 0)
    return {
      file: path,
      line: 1,
      column: 1,
      what: `no posts are in this folder (${title})`,
      mend: 'name the folder that holds its settings and its posts',
    }
  return {
    program: title,
    site: opened.site,
    authors: opened.authors,
    dropped: opened.dropped,
    async *posts() {
      yield* folder.faults
      for (const file of opened.files) {
        const text = folder.read(file)
        yield typeof text === 'string' ? opened.postOf(file, text) : text
      }
      yield* opened.faults
    },
    fileOf(post: ForeignPost, reference: string) {
      const found = opened.placesOf(post.file, reference).find((each) => folder.files.has(each))
      return found === undefined
        ? { problem: 'there is no such file in the folder' }
        : { path: folder.pathOf(found) }
    },
    ...(opened.prepare && { prepare: opened.prepare }),
  }
}
