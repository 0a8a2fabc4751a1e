/** A post as another program keeps it: what it says, not yet what it means here. Plain data. */
export interface ForeignPost {
  /** Where it stands: its path below the source, or in an export the name of its entry. */
  file: string
  kind: 'post' | 'page'
  state: 'published' | 'scheduled' | 'draft' | 'private'
  title?: string
  /** Last part of its address on the old site, as far as it is known. */
  slug?: string
  /** Paths on the old site that led to it, `/2019/03/why-tea/`: the last one it had comes first. */
  addresses: string[]
  published?: ForeignTime
  updated?: ForeignTime
  /** Names as written. */
  categories: string[]
  tags: string[]
  author?: string
  /** BCP 47, `en-GB`. */
  lang?: string
  description?: string
  cover?: { src: string; alt?: string }
  body: ForeignBody
  /** What it says that has no place here, so that nobody looks for it in vain. */
  dropped: Dropped[]
}

/** What the old site meant: a wall clock, in its zone where it names one, or an instant. */
export type ForeignTime =
  /** `2019-03-04` or `2019-03-04T09:00`, and an IANA name. */
  | { local: string; zone?: string }
  /** RFC 3339 in UTC. */
  | { instant: string }

/** The text of a post in its own syntax. */
export interface ForeignBody {
  syntax: 'markdown' | 'mdx' | 'html'
  text: string
  /** Line of the file in which it begins, from 1. */
  line: number
}

/** Something that is left behind. */
export interface Dropped {
  /** As it is written there, in short. */
  what: string
  why: string
}
