import type { Calendar } from './calendar.ts'
import type { Movable } from './movable.ts'
import { addDays, dayIn, dayOf, daysFrom, type Moment, momentOf, type WallClock } from './time.ts'

/**
 * A place on the board in the clock of what is moved there. Boards show days and times in the plan's zone; an entry
 * may be written in another, where the same hour is on another day.
 */
export function clockOnBoard(
  { plan }: Pick<Calendar, 'plan'>,
  { post, snippet, activity }: Movable,
  { day, time }: WallClock,
): WallClock {
  const own: Moment | undefined = activity ? activity.at : post?.publish
  const zone = snippet?.zone ?? own?.zone ?? plan.zone
  const isPlain = time === undefined && (snippet !== undefined || activity?.allDay)
  if (!own || zone === plan.zone || isPlain) return time === undefined ? { day } : { day, time }
  if (time === undefined) return { day: addDays(dayOf(own), daysFrom(dayIn(own, plan.zone), day)) }
  const there = Temporal.PlainDateTime.from(`${day}T${time}`).toZonedDateTime(plan.zone).withTimeZone(zone)
  const [ownDay, ownTime] = momentOf(there).local.split('T') as [string, string]
  return { day: ownDay, time: ownTime }
}
