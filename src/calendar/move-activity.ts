import type { Calendar } from './calendar.ts'
import type { Activity } from './derive-activity.ts'
import type { Edit } from './edit-entry.ts'
import type { MovableActivity } from './movable.ts'
import { over } from './move-refusals.ts'
import { isProblem, type Problem, type Read } from './problem.ts'
import type { At } from './snippet.ts'
import { dayIn, type Fold, toMoment } from './time.ts'
import { clockLike, clockText, timeWritten, type WrittenTime } from './written-clock.ts'

/** Why an activity can be moved nowhere. */
export function fixedActivity({ title, logged, at }: Activity): Problem | undefined {
  if (logged === undefined) return undefined
  return {
    problem: `“${title}” was done on ${clockText(at).slice(0, 10)}: \`logged\` says whom it reached`,
    mend: 'write another entry for the next time',
  }
}

/** Moves an activity. Work may be done on days on which nothing goes out. */
export function moveActivity(
  { now }: Pick<Calendar, 'now'>,
  { activity, path }: MovableActivity,
  to: At,
  written: WrittenTime,
): Read<Edit> {
  const { at } = activity
  const fixed = fixedActivity(activity)
  if (fixed) return fixed
  if (to === 'next' || 'days' in to)
    return { problem: 'an activity has a day of its own', mend: 'write it, as in `2026-12-08 10:00`' }
  const { day, time = timeWritten(written.at) } = to
  const moment = toMoment(day, time ?? '00:00', at.zone, written.fold as Fold | undefined)
  if (isProblem(moment)) return moment
  const today = dayIn(now, at.zone)
  if (time === undefined ? day < today : moment.instant <= now.instant)
    return time === undefined ? over(day, today) : over(clockText(moment), clockText(now))
  return { path, value: clockLike(written.at, day, time) }
}
