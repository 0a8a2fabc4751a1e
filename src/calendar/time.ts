import { nearest } from './nearest.ts'
import { isProblem, type Read } from './problem.ts'

/** A point in time that keeps what its writer meant: wall clock and zone; the instant follows from them. */
export interface Moment {
  /** Wall clock, `2026-12-08T09:00`. */
  local: string
  /** IANA name, `Europe/Tallinn`. */
  zone: string
  /** RFC 3339 in UTC, whole seconds, `2026-12-08T07:00:00Z`: sorts as text. */
  instant: string
}

/** Which of two readings is meant where clocks change. */
export type Fold = 'earlier' | 'later'

/** A day, and a time of day where one was written. */
export interface WallClock {
  /** `2026-12-08` */
  day: string
  /** `09:00` */
  time?: string
}

const dayExample = 'write year, month and day, as in `2026-12-08`'

/** Reads `2026-12-08`, from 1900 to 2199; days that no calendar has are refused. */
export function readDay(text: string): Read<string> {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  if (!parts) return { problem: `\`${text}\` is no day`, mend: dayExample }
  const [year, month, day] = parts.slice(1).map(Number) as [number, number, number]
  if (year < 1900 || year > 2199)
    return { problem: `\`${text}\` is in the year ${year}`, mend: 'write a year from 1900 to 2199' }
  if (month < 1 || month > 12)
    return { problem: `\`${text}\` is on no calendar: there is no month ${month}`, mend: dayExample }
  const last = new Temporal.PlainYearMonth(year, month).daysInMonth
  if (day < 1 || day > last) {
    const end = `${parts[1]}-${parts[2]}-${last}`
    return { problem: `\`${text}\` is on no calendar`, mend: `that month ends on \`${end}\`` }
  }
  return text
}

/** Reads a time of day, `09:00`. */
export function readTime(text: string): Read<string> {
  if (/^([01]\d|2[0-3]):[0-5]\d$/.test(text)) return text
  return {
    problem: `\`${text}\` is no time of day`,
    mend: 'write hours and minutes from `00:00` to `23:59`, as in `09:00`',
  }
}

/** Reads `2026-12-08`, `2026-12-08 09:00` or `2026-12-08T09:00`. */
export function readWallClock(text: string): Read<WallClock> {
  const [, first = '', second] = /^(\S+?)(?:[T ] *(.*))?$/.exec(text.trim()) ?? []
  if (first === '') return { problem: 'no day', mend: dayExample }
  const day = readDay(/^\d{4}-\d+-\d+$/.test(first) ? first : text.trim())
  if (isProblem(day)) return day
  if (second === undefined) return { day }
  if (/[Z+]|-\d/.test(second))
    return {
      problem: `\`${text}\` says how far it is from UTC`,
      mend: "write only what the clock shows, as in `2026-12-08 09:00`; it is read in the plan's zone, or in the one that `zone` names",
    }
  const time = readTime(second)
  return isProblem(time) ? time : { day, time }
}

/** Of zones that were asked for: asking takes as long as reading some dates, and every post asks for the same ones. */
const zones = new Map<string, boolean>()

/** True for an IANA time zone that this runtime knows. */
export function isZone(name: string): boolean {
  return /^[A-Za-z]/.test(name) && zones.getOrInsertComputed(name, isKnown)
}

function isKnown(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return true
  } catch {
    return false
  }
}

/** Reads the name of an IANA time zone. */
export function readZone(name: string): Read<string> {
  if (isZone(name)) return name
  const meant = nearest(name, Intl.supportedValuesOf('timeZone'))
  return {
    problem: `\`${name}\` is no time zone`,
    mend: meant ? `did you mean \`${meant}\`?` : 'write an IANA name, as in `Europe/Tallinn`',
  }
}

/**
 * The instant of a wall clock in a zone. A time that the zone's clocks skip, or show twice, is refused with both
 * choices, unless `fold` says which is meant.
 */
export function toMoment(day: string, time: string, zone: string, fold?: Fold): Read<Moment> {
  const plain = Temporal.PlainDateTime.from(`${day}T${time}`)
  const [earlier, later] = (['earlier', 'later'] as const).map((disambiguation) =>
    plain.toZonedDateTime(zone, { disambiguation }),
  ) as [Temporal.ZonedDateTime, Temporal.ZonedDateTime]
  if (earlier.equals(later) || fold) return momentOf(fold === 'later' ? later : earlier)
  const twice = earlier.toPlainDateTime().equals(plain)
  return {
    problem: `\`${day} ${time}\` ${twice ? 'happens twice' : 'does not exist'} in ${zone}: the clocks change`,
    mend: twice
      ? `add \`fold: earlier\` for the first one (UTC${earlier.offset}), or \`fold: later\` for the second (UTC${later.offset})`
      : `write \`${wallClockText(earlier)}\` (or add \`fold: earlier\`), or \`${wallClockText(later)}\` (or add \`fold: later\`)`,
  }
}

/** Reads `now` as an option gives it: a wall clock in the plan's zone, or a full RFC 3339 instant. */
export function readNow(text: string, zone: string): Read<Moment> {
  if (/\d[T ].*(Z|[+-]\d\d:?\d\d)$/.test(text)) {
    try {
      return momentOf(Temporal.Instant.from(text).toZonedDateTimeISO(zone))
    } catch {
      return { problem: `\`${text}\` is no time`, mend: 'write it as in `2027-01-15T09:00`' }
    }
  }
  const read = readWallClock(text)
  if (isProblem(read)) return read
  const readings = [undefined, 'earlier', 'later'] as const
  const [plain, ...choices] = readings.map((fold) => toMoment(read.day, read.time ?? '00:00', zone, fold))
  if (!isProblem(plain)) return plain as Moment
  const written = choices.map((choice) => `\`${withOffset(choice as Moment)}\``)
  return { problem: plain.problem, mend: `write ${written.join(' or ')}` }
}

/** The moment of an exact time. */
export function momentOf(at: Temporal.ZonedDateTime): Moment {
  const whole = at.round({ smallestUnit: 'second', roundingMode: 'floor' })
  return {
    local: whole.toPlainDateTime().toString({ smallestUnit: 'minute' }),
    zone: at.timeZoneId,
    instant: whole.toInstant().toString(),
  }
}

/** The day that it is at a moment, in the moment's own zone. */
export function dayOf({ local }: Moment): string {
  return local.slice(0, 10)
}

/** The day that it is in a zone at a moment, whatever zone the moment was written in. */
export function dayIn(moment: Moment, zone: string): string {
  return moment.zone === zone ? dayOf(moment) : dayAt(moment.instant, zone)
}

/** The day that it is in a zone at an instant, as RFC 3339 in UTC. */
export function dayAt(instant: string, zone: string): string {
  return Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainDate().toString()
}

/** The moment as RFC 3339 with its zone's offset, for machines: `2026-12-08T09:00:00+02:00`. */
export function withOffset(moment: Moment): string {
  return written.getOrInsertComputed(moment, ({ instant, zone }) =>
    Temporal.Instant.from(instant)
      .toZonedDateTimeISO(zone)
      .toString({ timeZoneName: 'never', smallestUnit: 'second' }),
  )
}

/** A post says when it went live in several places of its page, and on others. */
const written = new WeakMap<Moment, string>()

/** Whole calendar days from one day to another; negative when the second comes first. */
export function daysFrom(first: string, second: string): number {
  return Temporal.PlainDate.from(first).until(second, { largestUnit: 'day' }).days
}

/** A day moved by so many calendar days. */
export function addDays(day: string, days: number): string {
  return Temporal.PlainDate.from(day).add({ days }).toString()
}

/** Day of the week: 1 is Monday, 7 is Sunday. */
export function weekdayOf(day: string): number {
  return Temporal.PlainDate.from(day).dayOfWeek
}

function wallClockText(at: Temporal.ZonedDateTime): string {
  return at.toPlainDateTime().toString({ smallestUnit: 'minute' }).replace('T', ' ')
}
