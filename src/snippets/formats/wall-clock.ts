import { isProblem } from '../../calendar/problem.ts'
import { type Moment, momentOf, toMoment } from '../../calendar/time.ts'

/** What clocks in a zone show at a moment, whatever zone it was written in: `2027-01-05` and `09:00`. */
export function wallClock(at: Moment, zone: string): { day: string; time: string } {
  const { local } =
    at.zone === zone ? at : momentOf(Temporal.Instant.from(at.instant).toZonedDateTimeISO(zone))
  return { day: local.slice(0, 10), time: local.slice(11) }
}

/** Do clocks in a zone show this time a second time, an hour or so later? */
export function happensTwice(day: string, time: string, zone: string): boolean {
  return changesOn(day, zone) && isProblem(toMoment(day, time, zone))
}

const changes = new Map<string, boolean>()

/** Days on which clocks change are few, and the same ones are asked for again and again. */
function changesOn(day: string, zone: string): boolean {
  return changes.getOrInsertComputed(
    `${day} ${zone}`,
    () => Temporal.PlainDate.from(day).toZonedDateTime(zone).hoursInDay !== 24,
  )
}
