import type { Fault } from '../../src/calendar/fault.ts'
import type { ForeignPost } from '../../src/moving/foreign-post.ts'
import type { OpenProgram } from '../../src/moving/programs/program.ts'
import { type ProgramName, programOf, programs } from '../../src/moving/programs/programs.ts'
import { isFault } from '../../src/moving/source.ts'
import { openFolder } from './open-folder.ts'

/** A blog's folder, read whole. */
export interface FolderBlog extends Pick<OpenProgram, 'site' | 'authors' | 'dropped'> {
  program: ProgramName
  /** Posts and pages, in the order of their files. */
  posts: ForeignPost[]
  /** Files that could not be understood, and links that lead out of the folder. */
  faults: Fault[]
}

/**
 * Reads every post of a folder, of whatever program. Nothing outside of it is read, and nothing in it is run.
 * @param folder path of one that exists
 */
export function readFolder(folder: string): FolderBlog {
  const opened = openFolder(folder)
  const program = programOf(opened)
  const { files, postOf, site, authors, dropped, faults } = programs[program].open(opened)
  const posts: ForeignPost[] = []
  const unread: Fault[] = [...opened.faults]
  for (const file of files) {
    const text = opened.read(file)
    const post = typeof text === 'string' ? postOf(file, text) : text
    if (isFault(post)) unread.push(post)
    else posts.push(post)
  }
  return { program, site, authors, posts, faults: [...faults, ...unread], dropped }
}
