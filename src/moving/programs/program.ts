import type { Fault } from '../../calendar/fault.ts'
import type { Prepared } from '../converted.ts'
import type { ForeignFolder } from '../foreign-folder.ts'
import type { ForeignPost } from '../foreign-post.ts'
import type { ForeignAuthor, SiteFacts } from '../source.ts'

/** A program that makes a blog of a folder. */
export interface Program {
  /** As a person calls it. */
  title: string
  /** Whether a folder looks like one of its blogs. */
  recognizes(folder: ForeignFolder): boolean
  /** Understands its settings, as far as they are data: what is code is never run. */
  open(folder: ForeignFolder): OpenProgram
}

/** A blog of a program, its settings read. */
export interface OpenProgram {
  site: SiteFacts
  authors: Readonly<Record<string, ForeignAuthor>>
  /** Files that hold posts and pages. */
  files: readonly string[]
  postOf(file: string, text: string): ForeignPost | Fault
  /** Paths below the folder that a reference in a file may mean, the likeliest first. */
  placesOf(file: string, reference: string): string[]
  /** A body without what only this program understands; left out where it has nothing of the kind. */
  prepare?(post: ForeignPost): Prepared
  faults: readonly Fault[]
  /** What is left behind, apart from posts. */
  dropped: readonly string[]
}
