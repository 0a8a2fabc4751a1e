import type { Moment } from '../calendar/time.ts'
import type { kinds, NetworkName } from '../calendar/vocabulary.ts'

/** What stands in the way of an item, and where it was written. */
export interface ItemProblem {
  /** Path of the value in the file's entry, as in `['snippets', 'linkedin', 0, 'at']`. */
  field: readonly (string | number)[]
  what: string
  mend: string
}

/** One thing that goes out on one channel at one time. */
export interface QueueItem {
  /**
   * Stable: `post/channel/snippet/occurrence`, or `activity/file/entry/occurrence`; the last two count from 1. A
   * `<Share>` is `share-1` and so on, counted for each channel.
   */
  id: string
  /** Of what is sent: words, media and channel. */
  hash: string
  channel: string
  /** Undefined for an activity that names no channel. */
  network?: NetworkName
  kind: (typeof kinds)[number] | 'activity'
  /** When; undefined where it could not be told, and `problems` says why. */
  at?: Moment
  /** The time that was written, where its page cannot be there by then. */
  tooEarly?: Moment
  /** An activity that takes the whole day; `at` is when the day begins. */
  allDay?: true
  /** Minutes that an activity takes. */
  minutes?: number
  /** The words, without the link; several for a thread. Normalized to NFC. */
  parts: readonly string[]
  /** Address of the post, with the plan's parameters, where the kind carries one. */
  url?: string
  firstComment?: string
  /** Path of the file from the site's root, and hash of its content. */
  image?: { path: string; hash: string; alt: string }
  /** The page that it links to can be there from then on. */
  waitsUntil?: string
  /** An offer that no other channel gets; its last day. */
  only?: boolean
  until?: string
  consent?: string
  /** Wordings of one snippet that goes out again are no duplicates of each other. */
  series: string
  file: string
  /** Path of its value in the file's entry; empty where it stands in the body. */
  field: readonly (string | number)[]
  /** Where it stands in the file, in the body. */
  place?: { line: number; column: number }
  /** What its post says of itself, for tools that show where a link leads. */
  about?: { title: string; summary?: string; lang: string }
  /** Slug of its post, and what that was called before. */
  post?: string
  formerPosts?: readonly string[]
  problems: readonly ItemProblem[]
}

/** The name under which an image is published before its post: hash of its content, and its ending. */
export function imageName({ path, hash }: Pick<NonNullable<QueueItem['image']>, 'path' | 'hash'>): string {
  return hash + path.slice(path.lastIndexOf('.')).toLowerCase()
}

/** The words as they are sent: the link stands behind the last of them, where they do not hold it already. */
export function sentParts({ parts, url }: Pick<QueueItem, 'parts' | 'url'>): string[] {
  if (url === undefined || parts.some((part) => part.includes(url))) return [...parts]
  const last = parts.length - 1
  return parts.map((part, index) => (index === last ? `${part} ${url}` : part))
}
