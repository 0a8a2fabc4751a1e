import { isProblem } from '../calendar/problem.ts'
import { isZone, readDay } from '../calendar/time.ts'
import type { ForeignTime } from './foreign-post.ts'

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')

/**
 * Reads a time as other programs write it: `2019-03-04`, with a time of day, with how far it is from UTC, `Mar 4, 2019`,
 * `4 March 2019`. Undefined where it names no day for sure, as `03/04/2019` does not.
 * @param zone that the old site kept times in, an IANA name
 */
export function readForeignTime(written: string, zone?: string): ForeignTime | undefined {
  const text = written.trim()
  const [day, rest] = readWords(text) ?? readNumbers(text) ?? []
  if (day === undefined || isProblem(readDay(day))) return undefined
  const clock = /^(?:[T ,]+(?:at )?)?(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*([ap]m)?\s*(.*)$/is.exec(
    rest ?? '',
  )
  const local = (time?: string): ForeignTime => ({
    local: time ? `${day}T${time}` : day,
    ...(zone !== undefined && isZone(zone) && { zone }),
  })
  if (!clock) return (rest ?? '').trim() === '' ? local() : undefined
  const [, hours = '', minutes = '', seconds = '00', half, away = ''] = clock
  const hour = half ? (Number(hours) % 12) + (half.toLowerCase() === 'pm' ? 12 : 0) : Number(hours)
  if (hour > 23 || Number(minutes) > 59 || Number(seconds) > 59) return undefined
  const time = `${String(hour).padStart(2, '0')}:${minutes}`
  if (away === '') return local(time)
  const offset = /^(?:UTC|GMT)?\s*([+-]\d{1,2}):?(\d{2})?(?:\s*\(.*\))?$/i.exec(away)
  if (offset || /^(Z|UTC|GMT)$/i.test(away)) {
    const [, far = '+00', past = '00'] = offset ?? []
    const exact = `${day}T${time}:${seconds}${far[0]}${far.slice(1).padStart(2, '0')}:${past}`
    try {
      return { instant: Temporal.Instant.from(exact).toString({ smallestUnit: 'second' }) }
    } catch {
      return undefined
    }
  }
  return isZone(away) ? { local: `${day}T${time}`, zone: away } : undefined
}

/** `Mar 4, 2019`, `4 March 2019`, `Mon, 4 Mar 2019`. */
function readWords(text: string): [string, string] | undefined {
  const [, first = '', second = '', year = '', rest = ''] =
    /^(?:[a-z]{3,9},\s*)?([a-z]{3,9}\.?|\d{1,2}(?:st|nd|rd|th)?)[\s-]+([a-z]{3,9}\.?|\d{1,2}(?:st|nd|rd|th)?),?[\s-]+(\d{4})\b(.*)$/is.exec(
      text,
    ) ?? []
  const [name, number] = /^\d/.test(first) ? [second, first] : [first, second]
  const month = months.indexOf(name.slice(0, 3).toLowerCase()) + 1
  if (month === 0 || !/^\d/.test(number)) return undefined
  return [`${year}-${String(month).padStart(2, '0')}-${String(parseInt(number, 10)).padStart(2, '0')}`, rest]
}

/** `2019-03-04`, `2019/3/4`, `2019.03.04`. */
function readNumbers(text: string): [string, string] | undefined {
  const [whole, year = '', , month = '', day = ''] =
    /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)/.exec(text) ?? []
  if (whole === undefined) return undefined
  return [`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`, text.slice(whole.length)]
}

/** A name that begins with a day, split: `2019-03-04-why` is `2019-03-04` and `why`. */
export function dateInName(name: string): { day: string; rest: string } | undefined {
  const [, day = '', rest = ''] = /^(\d{4}-\d{1,2}-\d{1,2})(?:[-_ ]+(.+))?$/s.exec(name) ?? []
  const padded = day.replace(/-(\d)(?!\d)/g, '-0$1')
  return day === '' || isProblem(readDay(padded)) ? undefined : { day: padded, rest }
}

/** The day and time of day that a foreign time shows on the old site. */
export function wallClockOf(time: ForeignTime, zone = 'UTC'): Temporal.PlainDateTime {
  if ('local' in time) return Temporal.PlainDateTime.from(time.local)
  const known = isZone(zone) ? zone : 'UTC'
  return Temporal.Instant.from(time.instant).toZonedDateTimeISO(known).toPlainDateTime()
}
