import type { Calendar } from '../calendar/calendar.ts'
import type { Fault } from '../calendar/fault.ts'
import type { Post } from '../calendar/post.ts'
import type { Moment } from '../calendar/time.ts'
import type { Inbox } from '../inbox/inbox.ts'
import type { Body } from '../mdx/parse-body.ts'
import type { AgendaState } from '../snippets/agenda/agenda-states.ts'
import type { LeveledProblem } from '../snippets/check-item.ts'
import type { Ledger } from '../snippets/ledger/fold-ledger.ts'
import type { QueueItem } from '../snippets/queue-item.ts'
import type { Said } from './said.ts'

/** All that the board's pages are made of, as at one moment. A page reads nothing else: no file, no clock. */
export interface BoardData {
  calendar: Calendar
  /** The calendar's own moment. */
  now: Moment
  /** The plan's: all days and times on the board are in it. */
  zone: string
  /** The day that it is in that zone. */
  today: string
  queue: BoardQueue
  /** What the lint says. */
  said: Said
  /** What was heard. */
  inbox: Inbox
  /** What of it cannot be read. */
  inboxFaults?: readonly Fault[]
  /** A post's body as a tree. */
  bodyOf(post: Post): Body
  /** The posts that one leads to, live or not; undefined where links were not looked at. */
  leadsTo?(post: Post): readonly Post[]
  /** What a page's `<title>` says on the site. */
  pageTitleOf(post: Post): string
  /** The day on which a file was last changed; undefined where nothing says so. */
  changedOn(file: string): string | undefined
  /** The first day for which a post was ever promised ahead of time; undefined where nothing says so. */
  promisedOn?(file: string): string | undefined
  hrefs: BoardHrefs
  /** Addresses of scripts that pages load while somebody writes. Every page reads as well without. */
  scripts: readonly string[]
}

/** What goes out, and how it stands. */
interface BoardQueue {
  /** Snippets and activities by time; those that come round again up to `until`. */
  items: readonly QueueItem[]
  /** What to think about, by id. */
  warnings: ReadonlyMap<string, readonly LeveledProblem[]>
  states: ReadonlyMap<QueueItem, AgendaState>
  ledger: Ledger
  /** The last day that was looked at for what comes round again. */
  until: string
}

/** Addresses of what lies outside the board's own pages. Pages of the board lead to each other by `boardHref`. */
export interface BoardHrefs {
  /** A post's page as it can be seen from here; undefined where there is none to see. */
  page(post: Post): string | undefined
  /** A file of the content, at a line where one is given. */
  file(path: string, line?: number, column?: number): string
  /** A picture of the content. */
  image(path: string): string
}
