import type { WrittenSnippet } from './snippet.ts'
import type { Moment } from './time.ts'
import type { Goal, Intent, Purpose, Status } from './vocabulary.ts'

/**
 * How far a post is at `now`: as written, except that `ready` becomes
 * `ready` (no date yet), `unapproved` (the plan asks for approval of this very text), `scheduled` or `live`.
 */
export type State = Exclude<Status, 'ready'> | 'ready' | 'unapproved' | 'scheduled' | 'live'

/** A post's entry in the calendar: what was written, and everything that follows from it. */
export interface Post {
  /** Path of the file, relative to the site's root. */
  file: string
  slug: string
  /** Path of its page below the site's address: `/how-often/`. */
  path: string
  state: State
  status: Status
  title: string
  query: string
  intent: Intent
  answer?: string
  description?: string
  takeaway?: string
  goal: Goal
  purpose?: Purpose
  audience: string
  planned?: string
  publish?: Moment
  updated?: { on: string; note: string }
  reviewBy?: string
  /** Who approved it, and whether the text has changed since. */
  approved?: { by: string; hash: string; isVoid: boolean }
  owner: string
  author: string
  lang: string
  topics: readonly string[]
  series?: string
  aka: readonly string[]
  cover?: { src: string; alt: string }
  related: readonly string[]
  formerSlugs: readonly string[]
  /** Paths below the site's address, `/2019/03/why-tea/`. */
  formerPaths: readonly string[]
  redirectTo?: string
  /** Effort in minutes. */
  hours: number
  snippets: Readonly<Record<string, readonly WrittenSnippet[]>>
  lintOff: Readonly<Record<string, string>>
  guess: readonly string[]
  /** For each field that was not written: where its value comes from, in words. */
  origin: Readonly<Record<string, string>>
  /** The whole source, and the UTF-16 offset where its body begins. */
  source: { text: string; bodyStart: number }
}
