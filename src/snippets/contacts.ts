import type { Activity } from '../calendar/derive-activity.ts'
import type { DayRange } from '../calendar/plan.ts'
import { addDays, dayIn, type Moment, weekdayOf } from '../calendar/time.ts'

/** What the work on a channel took, and whom it reached. */
export interface Contacts {
  /** Activities that are over. */
  count: number
  /** Effort of all of them. */
  minutes: number
  /** Of those that somebody logged. */
  loggedMinutes: number
  /** People reached: calls, answers, guests. */
  logged: number
  /** Of the hours that somebody logged; undefined where there are none. */
  perHour?: number
  /** Activities that are over and that nobody logged. */
  unlogged: number
}

/** Contacts by channel and week. */
export interface ContactTable {
  /** By name, an activity without a channel under `''`; only those that something was done on. */
  channels: readonly (Contacts & { channel: string })[]
  /** Every week of the range, by time; `from` is a Monday. */
  weeks: readonly (Contacts & { from: string; channels: readonly (Contacts & { channel: string })[] })[]
  total: Contacts
}

/**
 * Adds up what was done from one day to another, both counted, as far as it is over. What nobody logged counts as work,
 * and neither for nor against the contacts of an hour.
 */
export function contactsOf(
  activities: readonly Activity[],
  zone: string,
  { from, to }: DayRange,
  now: Moment,
): ContactTable {
  const today = dayIn(now, zone)
  const done = activities
    .map((activity) => ({ activity, day: dayIn(activity.at, zone) }))
    .filter(({ activity, day }) => {
      const isOver = activity.logged !== undefined || endOf(activity) <= now.instant
      return (
        from <= day && day <= to && (activity.allDay ? day < today || activity.logged !== undefined : isOver)
      )
    })
  const byWeek = Map.groupBy(done, ({ day }) => mondayOf(day))
  const weeks: ContactTable['weeks'][number][] = []
  for (let week = mondayOf(from); week <= to; week = addDays(week, 7)) {
    const own = (byWeek.get(week) ?? []).map(({ activity }) => activity)
    weeks.push({ from: week, ...sumOf(own), channels: channelsOf(own) })
  }
  const all = done.map(({ activity }) => activity)
  return { channels: channelsOf(all), weeks, total: sumOf(all) }
}

function channelsOf(activities: readonly Activity[]): (Contacts & { channel: string })[] {
  return [...Map.groupBy(activities, ({ channel }) => channel ?? '')]
    .map(([channel, own]) => ({ channel, ...sumOf(own) }))
    .sort((a, b) => (a.channel < b.channel ? -1 : 1))
}

function sumOf(activities: readonly Activity[]): Contacts {
  const sum = { count: activities.length, minutes: 0, loggedMinutes: 0, logged: 0, unlogged: 0 }
  for (const { hours, logged } of activities) {
    sum.minutes += hours
    if (logged === undefined) sum.unlogged += 1
    else {
      sum.logged += logged
      sum.loggedMinutes += hours
    }
  }
  return { ...sum, ...(sum.loggedMinutes > 0 && { perHour: (sum.logged * 60) / sum.loggedMinutes }) }
}

function endOf({ at, hours }: Activity): string {
  return Temporal.Instant.from(at.instant).add({ minutes: hours }).toString()
}

function mondayOf(day: string): string {
  return addDays(day, 1 - weekdayOf(day))
}
