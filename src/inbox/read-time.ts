import type { InboxTable } from '../calendar/inbox-settings.ts'
import { isProblem, type Read } from '../calendar/problem.ts'
import { isZone, readWallClock, toMoment } from '../calendar/time.ts'

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')
/** Zones that RFC 5322 has names for. */
const named: Readonly<Record<string, string>> = {
  UT: '+00:00',
  UTC: '+00:00',
  GMT: '+00:00',
  Z: '+00:00',
  EST: '-05:00',
  EDT: '-04:00',
  CST: '-06:00',
  CDT: '-05:00',
  MST: '-07:00',
  MDT: '-06:00',
  PST: '-08:00',
  PDT: '-07:00',
}

/**
 * Reads a time as exports and feeds write it: ISO 8601, RFC 5322 (`Tue, 10 Nov 2026 09:30:00 +0200`), `10.11.2026`, and,
 * where their order is known, `10/11/2026`. A time of day without a zone is read in the plan's.
 * @returns a day, or an instant in UTC
 */
export function readTimeHeard(written: string, zone: string, dates?: InboxTable['dates']): Read<string> {
  const text = written.trim().slice(0, 80)
  const iso = isoOf(text, dates)
  if (isProblem(iso)) return iso
  if (/^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}.*(?:Z|[+-]\d{2}:?\d{2})$/i.test(iso)) {
    try {
      return Temporal.Instant.from(iso.replace(' ', 'T')).round('second').toString()
    } catch {
      return unknown(text)
    }
  }
  const clock = readWallClock(iso.replace(/(\d{2}:\d{2}):\d{2}(?:\.\d+)?$/, '$1'))
  if (isProblem(clock)) return clock.problem.includes('calendar') ? clock : unknown(text)
  if (clock.time === undefined) return clock.day
  const moment = toMoment(clock.day, clock.time, isZone(zone) ? zone : 'UTC', 'earlier')
  return isProblem(moment) ? moment : moment.instant
}

/** The same in the order year, month, day. */
function isoOf(text: string, dates: InboxTable['dates']): Read<string> {
  const mail =
    /^(?:[a-z]{3},? +)?(\d{1,2}) ([a-z]{3})[a-z]* (\d{4}) (\d{2}:\d{2}(?::\d{2})?) *([+-]\d{4}|[a-z]{1,3})?$/i.exec(
      text,
    )
  if (mail) {
    const [, day = '', word = '', year, time = '', zone = 'UTC'] = mail
    const month = months.indexOf(word.toLowerCase()) + 1
    const offset = /^[+-]/.test(zone) ? `${zone.slice(0, 3)}:${zone.slice(3)}` : named[zone.toUpperCase()]
    if (month === 0 || offset === undefined) return unknown(text)
    return `${year}-${two(month)}-${two(day)}T${time}${offset}`
  }
  const [, a = '', stroke, b = '', year, rest = ''] =
    /^(\d{1,2})([./])(\d{1,2})\2(\d{4})(?:,?\s+(\d{2}:\d{2}(?::\d{2})?))?$/.exec(text) ?? []
  if (stroke === undefined) return text.replace(/^(\d{4}-\d{2}-\d{2}),?\s+/, '$1T')
  if (stroke === '/' && dates === undefined)
    return {
      problem: `\`${text}\` may be two days`,
      mend: 'say in the plan which comes first, as in `inbox: { tables: { mine: { dates: dd/mm/yyyy } } }`',
    }
  const [day, month] = stroke === '/' && dates === 'mm/dd/yyyy' ? [b, a] : [a, b]
  return `${year}-${two(month)}-${two(day)}${rest && `T${rest}`}`
}

function two(number: string | number): string {
  return String(number).padStart(2, '0')
}

function unknown(text: string): { problem: string; mend: string } {
  return { problem: `\`${text}\` is no time`, mend: 'write it as in `2026-12-08` or `2026-12-08 09:00`' }
}
