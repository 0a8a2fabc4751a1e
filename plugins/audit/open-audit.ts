import { statSync } from 'node:fs'
import { basename } from 'node:path'
import type { Reading } from '../../src/audit/audit.ts'
import type { Fault } from '../../src/calendar/fault.ts'
import { reasonOf } from '../../src/disk.ts'
import { markdownEndings } from '../../src/moving/foreign-folder.ts'
import type { ForeignPost } from '../../src/moving/foreign-post.ts'
import { programOf, programs } from '../../src/moving/programs/programs.ts'
import { WrongUse } from '../lint/run/wrong-use.ts'
import { openFolder, readForeignText } from '../moving/open-folder.ts'

/** What an audit reads: posts one after another, so that no more than one text is held. */
export interface AuditSource extends Pick<Reading, 'source' | 'program' | 'isAlone' | 'name' | 'address'> {
  /** How many files it reads. */
  number: number
  posts: Iterable<ForeignPost | Fault>
}

const isMarkdown = new RegExp(`\\.(?:${markdownEndings.join('|')})$`, 'i')

/**
 * Opens a folder of any program, or one file of Markdown or MDX.
 * @throws WrongUse where there is no such thing
 */
export function openAudit(path: string): AuditSource {
  const stat = statOf(path)
  if (stat.isDirectory()) return openBlog(path)
  if (!stat.isFile() || !isMarkdown.test(path))
    throw new WrongUse(`${path} is no Markdown. Name a folder with posts, or a .md or .mdx file.`)
  return openFile(path)
}

function statOf(path: string) {
  try {
    return statSync(path)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT')
      throw new WrongUse(`There is no file or folder ${path}.`)
    throw new WrongUse(`${path} cannot be read: ${reasonOf(error)}.`)
  }
}

function openBlog(path: string): AuditSource {
  const folder = openFolder(path)
  const program = programs[programOf(folder)]
  const { files, postOf, site, faults } = program.open(folder)
  if (files.length === 0 && folder.faults.length === 0)
    throw new WrongUse(`${path} holds no Markdown. Name the folder that holds the posts.`)
  function* posts(): Generator<ForeignPost | Fault> {
    yield* faults
    yield* folder.faults
    for (const file of files) {
      const text = folder.read(file)
      yield typeof text === 'string' ? postOf(file, text) : text
    }
  }
  return {
    source: path,
    program: program.title,
    isAlone: false,
    ...(site.title !== undefined && { name: site.title }),
    ...(site.address !== undefined && { address: site.address }),
    number: files.length + faults.length + folder.faults.length,
    posts: posts(),
  }
}

/** A file by itself, whatever program it is for: its front matter, and the day in its name. */
function openFile(path: string): AuditSource {
  const file = basename(path)
  const read = readForeignText(path, file)
  const { postOf } = programs.markdown.open({ files: new Set([file]), read: () => read })
  const post = typeof read === 'string' ? postOf(file, read) : read
  return { source: path, program: programs.markdown.title, isAlone: true, number: 1, posts: [post] }
}
