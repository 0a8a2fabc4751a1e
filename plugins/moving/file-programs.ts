import type { Fault } from '../../src/calendar/fault.ts'
import type { Source } from '../../src/moving/source.ts'
import { ghost } from './ghost.ts'
import { wordpress } from './wordpress.ts'

/** A program whose blog comes as one file, an export. */
export interface FileProgram {
  /** Whether a file that begins like this is one of its exports. */
  recognizes(head: string): boolean
  /**
   * Opens an export: reads what stands before its first post, not the posts.
   * @param path of the file
   */
  open(path: string): Promise<Source | Fault>
}

/** The programs whose exports are understood, by name. */
export const filePrograms: Readonly<Record<string, FileProgram>> = { wordpress, ghost }
