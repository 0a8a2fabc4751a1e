import type { Offset } from './amount.ts'
import type { Calendar } from './calendar.ts'
import type { Edit } from './edit-entry.ts'
import type { MovableSnippet } from './movable.ts'
import { closed, over } from './move-refusals.ts'
import { pageFrom } from './page-from.ts'
import { isProblem, type Problem, type Read } from './problem.ts'
import type { At } from './snippet.ts'
import { addDays, dayIn, dayOf, daysFrom, type Fold, type Moment, toMoment, type WallClock } from './time.ts'
import { clockLike, clockText, timeWritten, type WrittenTime } from './written-clock.ts'

/** Why a snippet can be moved nowhere. */
export function fixedSnippet(
  { now }: Pick<Calendar, 'now'>,
  { post, snippet, channel }: Pick<MovableSnippet, 'post' | 'snippet' | 'channel'>,
): Problem | undefined {
  const { publish } = post
  const { at, fold } = snippet
  if (at === undefined)
    return {
      problem: `this snippet has no time of its own: it takes the next free one of \`${channel}\``,
      mend: 'write it as a list, with `at`, as in `- { at: +2d 09:00, text: … }`',
    }
  if (!publish || post.state === 'retired')
    return {
      problem: `\`${post.slug}\` has no day on which it goes live, so nothing of it goes out`,
      mend: 'give the post `publish` first',
    }
  if (at === 'next') return undefined
  const gone = momentAt(dayMeant(at, publish), at.time, publish, snippet.zone, fold)
  return isProblem(gone) || gone.instant > now.instant
    ? undefined
    : {
        problem: `this snippet went out on ${clockText(gone)}`,
        mend: 'write another snippet for the next time',
      }
}

/** Moves a snippet that has an `at` of its own. One that counts from its post goes on doing so. */
export function moveSnippet(
  calendar: Calendar,
  thing: MovableSnippet,
  to: At,
  written: WrittenTime,
): Read<Edit> {
  const fixed = fixedSnippet(calendar, thing)
  if (fixed) return fixed
  const { post, snippet, path } = thing
  const at = snippet.at as At
  const publish = post.publish as Moment
  if (to === 'next') return { path, value: 'next' }
  const counts = 'days' in to || (at !== 'next' && 'days' in at)
  const day = dayMeant(to, publish)
  const time = to.time ?? ('days' in to || at === 'next' ? undefined : at.time)
  const moment = momentAt(day, time, publish, snippet.zone, written.fold as Fold | undefined)
  if (isProblem(moment)) return moment
  const problem = refusal(calendar, thing, moment, publish)
  if (problem) return problem
  if (!counts) return { path, value: clockLike(written.at, day, time ?? timeWritten(written.at)) }
  const days = daysFrom(dayOf(publish), day)
  return days >= 0
    ? { path, value: `+${days}d${time === undefined ? '' : ` ${time}`}` }
    : {
        problem: `this snippet counts from its post, which goes live on ${clockText(publish)}`,
        mend: 'choose a later day, or move the post',
      }
}

/** When something of a post goes out; at the post's own time where none is written. */
function momentAt(
  day: string,
  time: string | undefined,
  publish: Moment,
  zone = publish.zone,
  fold?: Fold,
): Read<Moment> {
  return toMoment(day, time ?? publish.local.slice(11), zone, fold)
}

function dayMeant(at: Offset | WallClock, publish: Moment): string {
  return 'days' in at ? addDays(dayOf(publish), at.days) : at.day
}

function refusal(
  calendar: Calendar,
  { snippet }: MovableSnippet,
  at: Moment,
  publish: Moment,
): Problem | undefined {
  const { plan, now } = calendar
  if (at.instant <= now.instant) return over(clockText(at), clockText(now))
  const day = dayIn(at, plan.zone)
  if (snippet.until !== undefined && day > snippet.until)
    return {
      problem: `\`${day}\` is after its last day \`${snippet.until}\``,
      mend: 'choose an earlier day, or a later `until`',
    }
  const page = pageFrom(publish, plan, at.zone)
  if ((snippet.kind ?? 'link') === 'link' && at.instant < page.instant)
    return {
      problem: `the page that it leads to can be there from \`${clockText(page)}\` on`,
      mend: 'choose a later time, or move the post',
    }
  return closed(day, calendar)
}
