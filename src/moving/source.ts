import type { Fault } from '../calendar/fault.ts'
import type { Prepared } from './converted.ts'
import type { ForeignPost } from './foreign-post.ts'

/** A blog as another program keeps it, opened to be moved. */
export interface Source {
  /** As a person calls it: `Hugo`, `WordPress`. */
  program: string
  site: SiteFacts
  /** Who may sign, by the name that posts use for them. */
  authors: Readonly<Record<string, ForeignAuthor>>
  /**
   * Its posts one by one, and what could not be read of them. Each call begins anew and gives the same: all addresses have to
   * be known before the first body is converted, and a large export is never held whole.
   */
  posts(): AsyncIterable<ForeignPost | Fault>
  /**
   * The absolute path of a file that a post shows, where the source holds it; or why it is not taken, in a clause. Left out
   * where the source holds no files: what posts show is then listed for download.
   * @param reference as the post writes it, `../images/a.png`, `/images/a.png`
   */
  fileOf?(post: ForeignPost, reference: string): { path: string } | { problem: string }
  /** A body without what only its program understands; left out where it has nothing of the kind. */
  prepare?(post: ForeignPost): Prepared
  /** What it says that nobody takes along, apart from posts. */
  dropped: readonly string[]
}

/** What a blog says of itself; nothing is guessed here. */
export interface SiteFacts {
  title?: string
  about?: string
  /** IANA name. */
  zone?: string
  /** A zone that agrees with all its times, where it names none; others may agree too. */
  zoneGuess?: string
  /** BCP 47 */
  lang?: string
  /** `https://old.example/blog` */
  address?: string
  /** Who signs posts that name nobody, as `authors` calls them. */
  author?: string
}

export interface ForeignAuthor {
  name: string
  bio?: string
  url?: string
}

/** Tells what a source yields: faults say what, posts say what they show. */
export function isFault(given: ForeignPost | Fault): given is Fault {
  return 'what' in given
}
