import { withOffset } from '../calendar/time.ts'
import type { PublishedPost } from './published.ts'

/** A date for machines and for people. */
interface ShownDate {
  /** RFC 3339, or a day alone: the value of `datetime`. */
  machine: string
  /** In words of a language: `October 6, 2026`. */
  words: string
}

type Dated = Pick<PublishedPost, 'publish' | 'updated'>

/** When a post went live; undefined for one that has no date yet, which only a preview shows. */
export function publishedOn({ publish }: Dated, lang: string): ShownDate | undefined {
  return publish && { machine: withOffset(publish), words: inWords(publish.local.slice(0, 10), lang) }
}

/** When a post last changed, where that is not the day on which it went live. */
export function updatedOn({ updated }: Dated, lang: string): ShownDate | undefined {
  return updated && { machine: updated.on, words: inWords(updated.on, lang) }
}

/** When a post last changed, for machines. The page, its structured data and the sitemap all say this. */
export function lastModified({ publish, updated }: Dated): string | undefined {
  return updated?.on ?? (publish && withOffset(publish))
}

/** The latest change of several posts, for machines; undefined when none has a date. */
export function newestChange(posts: readonly Dated[]): string | undefined {
  return posts
    .flatMap((post) => lastModified(post) ?? [])
    .reduce<string | undefined>(
      (newest, each) => (newest && newest.slice(0, 10) >= each.slice(0, 10) ? newest : each),
      undefined,
    )
}

/** When a post last changed, as RFC 3339 in UTC; a day alone begins at midnight in the post's zone. */
export function changeInstant({ publish, updated }: Dated, zone: string): string | undefined {
  if (!updated) return publish?.instant
  return Temporal.PlainDate.from(updated.on)
    .toZonedDateTime(publish?.zone ?? zone)
    .toInstant()
    .toString()
}

function inWords(day: string, lang: string): string {
  return Temporal.PlainDate.from(day).toLocaleString(lang, { dateStyle: 'long' })
}
