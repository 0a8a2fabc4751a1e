import type { Calendar } from '../calendar/calendar.ts'
import type { Post } from '../calendar/post.ts'
import { addDays, dayAt, dayIn } from '../calendar/time.ts'
import { compare } from './compare.ts'
import type { CalendarEvent } from './formats/calendar-file.ts'
import { calendarEvent } from './formats/icalendar.ts'
import type { TimedItem } from './ledger/diff-queue.ts'
import type { QueueItem } from './queue-item.ts'

/** Minutes that a post takes up, so that it can be seen. */
const postMinutes = 30
/** Days before today that stay in the feed. */
const daysBack = 31

/** What editors see in their calendars: posts that are planned, scheduled and live, snippets and activities, by time. */
export function feedEvents({ posts, plan, now }: Calendar, items: readonly QueueItem[]): CalendarEvent[] {
  const from = addDays(dayIn(now, plan.zone), -daysBack)
  const events = [
    ...posts.flatMap((post) => postEvent(post, plan.site.url)),
    ...items.filter(isTimed).map((item) => calendarEvent(item, plan)),
  ]
  return events.filter((event) => dayFor(event, plan.zone) >= from).sort(inOrder)
}

/** An event as it was given out before. */
export interface FeedMemory {
  /** By UID. */
  [uid: string]: CalendarEvent
}

/**
 * Events as calendars understand changes: each carries how often it changed, and what was given out before and is not
 * wanted any more stays as canceled until its day is over.
 */
export function feedOf(
  events: readonly CalendarEvent[],
  memory: Readonly<FeedMemory>,
  { plan, now }: Pick<Calendar, 'plan' | 'now'>,
): { events: CalendarEvent[]; memory: FeedMemory } {
  const today = dayIn(now, plan.zone)
  const wanted = new Set(events.map(({ uid }) => uid))
  const current = events.map((event): CalendarEvent => {
    const before = memory[event.uid]
    const sequence = before?.sequence ?? 0
    return { ...event, sequence: !before || isSame(before, event) ? sequence : sequence + 1 }
  })
  const canceled = Object.values(memory)
    .filter((event) => !wanted.has(event.uid) && dayFor(event, plan.zone) >= today)
    .map(
      (event): CalendarEvent =>
        event.isCancelled ? event : { ...event, isCancelled: true, sequence: (event.sequence ?? 0) + 1 },
    )
  const all = [...current, ...canceled].sort(inOrder)
  return { events: all, memory: Object.fromEntries(all.map((event) => [event.uid, event])) }
}

function postEvent(post: Post, siteUrl: string): CalendarEvent[] {
  const { slug, title, state, publish, planned, path, answer, owner } = post
  const uid = `post/${slug}@${new URL(siteUrl).host}`
  const description = [answer, `Owner: ${owner}`, post.file].filter((line) => line !== undefined).join('\n\n')
  if (publish && (state === 'live' || state === 'scheduled')) {
    const url = new URL(siteUrl + encodeURI(path)).href
    const when = { instant: publish.instant, minutes: postMinutes }
    return [{ uid, stamp: publish.instant, when, summary: `Post: ${title}`, description, url }]
  }
  const day = planned ?? publish?.local.slice(0, 10)
  if (day === undefined || state === 'retired') return []
  return [
    { uid, stamp: `${day}T00:00:00Z`, when: { day }, summary: `Planned (${state}): ${title}`, description },
  ]
}

function isTimed(item: QueueItem): item is TimedItem {
  return item.at !== undefined
}

function isSame({ sequence: _, ...before }: CalendarEvent, event: CalendarEvent): boolean {
  return JSON.stringify(before) === JSON.stringify(event)
}

function dayFor({ when }: CalendarEvent, zone: string): string {
  return 'day' in when ? when.day : dayAt(when.instant, zone)
}

function inOrder(a: CalendarEvent, b: CalendarEvent): number {
  const start = ({ when }: CalendarEvent) => ('day' in when ? when.day : when.instant)
  return compare(start(a), start(b)) || compare(a.uid, b.uid)
}
