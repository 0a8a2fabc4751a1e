import { statSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import type { Reading } from '../../src/audit/audit.ts'
import type { Fault } from '../../src/calendar/fault.ts'
import { reasonOf } from '../../src/disk.ts'
import { markdownEndings } from '../../src/moving/foreign-folder.ts'
import type { ForeignPost } from '../../src/moving/foreign-post.ts'
import { programOf, programs } from '../../src/moving/programs/programs.ts'
import { WrongUse } from '../lint/run/wrong-use.ts'
import { openFolder, readForeignText } from '../moving/open-folder.ts'
import { beginningOf } from './beginning-of.ts'

/** What an audit reads: posts one after another, so that no more than one text is held. */
export interface AuditSource extends Pick<Reading, 'source' | 'program' | 'isAlone' | 'name' | 'address'> {
  /** The folder that its files stand in; an export has none. */
  folder?: string
  /** How many files it reads; undefined where nobody knows before the end. */
  number?: number
  posts: Iterable<ForeignPost | Fault> | AsyncIterable<ForeignPost | Fault>
}

const isMarkdown = new RegExp(`\\.(?:${markdownEndings.join('|')})$`, 'i')

/**
 * Opens a folder of any program, one file of Markdown or MDX, or the export of a program that has no folder.
 * @throws WrongUse where there is no such thing
 */
export async function openAudit(path: string): Promise<AuditSource> {
  const stat = statOf(path)
  if (stat.isDirectory()) return openBlog(path)
  if (!stat.isFile()) throw new WrongUse(`${path} is neither a folder nor a file.`)
  return isMarkdown.test(path) ? openFile(path) : openExport(path)
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
    folder: path,
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
  return {
    source: path,
    folder: dirname(path),
    program: programs.markdown.title,
    isAlone: true,
    number: 1,
    posts: [post],
  }
}

/** An export, as of WordPress: it is read as a stream. */
async function openExport(path: string): Promise<AuditSource> {
  const head = beginningOf(path)
  const { filePrograms } = await import('../moving/file-programs.ts')
  const program = Object.values(filePrograms).find(({ recognizes }) => recognizes(head))
  if (!program)
    throw new WrongUse(
      `${path} is neither Markdown nor an export that is known. Name a folder with posts, or a .md or .mdx file.`,
    )
  const source = await program.open(path)
  if ('what' in source) return { source: path, program: 'Export', isAlone: false, posts: [source] }
  const { title, address } = source.site
  return {
    source: path,
    program: source.program,
    isAlone: false,
    ...(title !== undefined && { name: title }),
    ...(address !== undefined && { address }),
    posts: source.posts(),
  }
}
