import type { Calendar } from './calendar.ts'
import { timeOn } from './derive-post.ts'
import type { Edit } from './edit-entry.ts'
import { gapsOf } from './gaps.ts'
import { entriesOf } from './mix.ts'
import { closed, over } from './move-refusals.ts'
import type { Post } from './post.ts'
import { isProblem, type Problem, type Read } from './problem.ts'
import { keepersOf, slotsBetween } from './slots.ts'
import type { At } from './snippet.ts'
import { dayIn, dayOf, type Fold, type Moment, momentOf, toMoment, type WallClock } from './time.ts'
import { clockLike, clockText, timeWritten, type WrittenTime } from './written-clock.ts'

/** So far ahead a free slot is looked for. */
const weeksAhead = 53

/** Why a post can be moved nowhere. */
export function fixedPost(post: Pick<Post, 'slug' | 'state' | 'publish'>): Problem | undefined {
  if (post.state === 'live')
    return {
      problem: `\`${post.slug}\` has been live since ${clockText(post.publish as Moment)}`,
      mend: 'readers and search engines know its day; say `updated` when its text changes',
    }
  if (post.state === 'retired')
    return {
      problem: `\`${post.slug}\` is retired`,
      mend: 'give it another `status` first, or write a new post',
    }
  return undefined
}

/** Moves a post: its promise where it has one, its soft day otherwise. */
export function movePost(calendar: Calendar, post: Post, to: At, written: WrittenTime): Read<Edit> {
  const fixed = fixedPost(post)
  if (fixed) return fixed
  const clock = to === 'next' ? nextSlot(calendar, post) : to
  if (isProblem(clock)) return clock
  if ('days' in clock)
    return {
      problem: '`+` counts from the day of a post, which only snippets do',
      mend: 'write a day, as in `2026-12-08`, or `next`',
    }
  return post.publish ? movePromise(calendar, post, clock, written) : movePlanned(calendar, post, clock)
}

/** The first slot of the plan's rhythm that no post has, after the time that the post has now. */
function nextSlot(calendar: Calendar, { publish, planned = '' }: Post): Read<WallClock> {
  const { plan } = calendar
  const isLater = (slot: Moment) => (publish ? slot.instant > publish.instant : dayOf(slot) > planned)
  const slot = gapsOf(calendar, weeksAhead).slots.find(isLater)
  if (!slot)
    return {
      problem:
        plan.rhythm.length === 0
          ? 'the plan has no `rhythm`, so there is no next slot'
          : `no slot is free within ${weeksAhead} weeks`,
      mend: 'write a day, as in `2026-12-08`',
    }
  const own = Temporal.Instant.from(slot.instant).toZonedDateTimeISO(publish?.zone ?? plan.zone)
  const [day, time] = momentOf(own).local.split('T') as [string, string]
  return { day, time }
}

function movePlanned(calendar: Calendar, post: Post, { day }: WallClock): Read<Edit> {
  const { plan, now } = calendar
  const today = dayIn(now, plan.zone)
  if (day < today) return over(day, today)
  const problem = closed(day, calendar) ?? takenSlot(calendar, post, day)
  return problem ?? { path: ['planned'], value: day, behind: ['status', 'title'] }
}

/** A day with slots, each of which another post keeps. */
function takenSlot(calendar: Calendar, post: Post, day: string): Problem | undefined {
  const { rhythm, zone, blackouts } = calendar.plan
  const slots = slotsBetween(rhythm, zone, day, day, blackouts)
  const others = entriesOf(calendar).filter(
    (each) => each.post && each.post.slug !== post.slug && each.day === day,
  )
  const keepers = keepersOf(slots, others)
  const last = keepers.at(-1)?.post
  return last && keepers.every((each) => each !== undefined)
    ? {
        problem: `\`${last.slug}\` has the slot of \`${day}\``,
        mend: 'choose another day, or move that one first',
      }
    : undefined
}

function movePromise(
  calendar: Calendar,
  post: Post,
  { day, time }: WallClock,
  written: WrittenTime,
): Read<Edit> {
  const { plan, now, posts } = calendar
  const { zone } = post.publish as Moment
  const own = timeWritten(written.publish)
  const shown =
    time !== undefined && own === undefined && time === timeOn(day, plan) ? undefined : (time ?? own)
  const moment = toMoment(day, shown ?? timeOn(day, plan), zone, written.fold as Fold | undefined)
  if (isProblem(moment)) return moment
  if (moment.instant <= now.instant) return over(clockText(moment), clockText(now))
  const problem = closed(dayIn(moment, plan.zone), calendar)
  if (problem) return problem
  const other = posts.find(
    ({ slug, state, publish }) =>
      slug !== post.slug && state !== 'retired' && publish?.instant === moment.instant,
  )
  if (other)
    return {
      problem: `\`${other.slug}\` goes live at \`${clockText(moment)}\` too`,
      mend: 'choose another time, or move that one first',
    }
  return { path: ['publish'], value: clockLike(written.publish, day, shown) }
}
