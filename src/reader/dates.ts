import { dayOf, momentOf, withOffset } from '../calendar/time.ts'
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
  return publish && { machine: withOffset(publish), words: inWords(dayOf(publish), lang) }
}

/** When a post last changed, where that is not the day on which it went live. */
export function updatedOn(post: Dated, lang: string): ShownDate | undefined {
  const machine = lastModified(post)
  return post.updated && machine ? { machine, words: inWords(post.updated.on, lang) } : undefined
}

/**
 * When a post last changed, for machines: the page, its structured data and the sitemap all say this. A change is
 * dated by its day, which begins at midnight in the post's zone, though never before the post went live.
 */
export function lastModified({ publish, updated }: Dated): string | undefined {
  if (!publish) return updated?.on
  if (!updated || updated.on <= dayOf(publish)) return withOffset(publish)
  return withOffset(momentOf(Temporal.PlainDate.from(updated.on).toZonedDateTime(publish.zone)))
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

/** When a post last changed, as RFC 3339 in UTC; undefined for one that has no date yet. */
export function changeInstant(post: Dated): string | undefined {
  const changed = post.publish && lastModified(post)
  return changed && Temporal.Instant.from(changed).toString()
}

/** Making one takes as long as some hundred dates, and a date is shown on several pages. */
const formats = new Map<string, (day: string) => string>()

function inWords(day: string, lang: string): string {
  return formats.getOrInsertComputed(lang, wordsIn)(day)
}

function wordsIn(lang: string): (day: string) => string {
  const format = new Intl.DateTimeFormat(lang, { dateStyle: 'long' })
  const words = new Map<string, string>()
  return (day) => words.getOrInsertComputed(day, () => format.format(Temporal.PlainDate.from(day)))
}
