import type { ForeignTime } from './foreign-post.ts'
import { wallClockOf } from './foreign-time.ts'

/** Numbers and names of a day as permalinks spell them, by what Jekyll and Hugo call them. */
export function dateWords(time: ForeignTime | undefined, zone: string | undefined): Record<string, string> {
  if (!time) return {}
  const at = wallClockOf(time, zone)
  const two = (number: number) => String(number).padStart(2, '0')
  const name = (options: Intl.DateTimeFormatOptions) => at.toLocaleString('en', options)
  const inYear = String(at.dayOfYear).padStart(3, '0')
  return {
    year: String(at.year).padStart(4, '0'),
    short_year: two(at.year % 100),
    month: two(at.month),
    i_month: String(at.month),
    short_month: name({ month: 'short' }),
    long_month: name({ month: 'long' }),
    monthname: name({ month: 'long' }).toLowerCase(),
    day: two(at.day),
    i_day: String(at.day),
    y_day: inYear,
    yearday: String(at.dayOfYear),
    w_year: String(at.yearOfWeek),
    week: two(at.weekOfYear ?? 1),
    w_day: String(at.dayOfWeek),
    weekday: String(at.dayOfWeek % 7),
    short_day: name({ weekday: 'short' }),
    long_day: name({ weekday: 'long' }),
    weekdayname: name({ weekday: 'long' }).toLowerCase(),
    hour: two(at.hour),
    minute: two(at.minute),
    second: two(at.second),
  }
}

/** A path on a site: one slash at its start, none doubled, no `..`; undefined where it is a full address or leads out. */
export function sitePath(...parts: readonly string[]): string | undefined {
  const joined = parts.join('/')
  if (/^[a-z][a-z0-9+.-]*:/i.test(joined)) return undefined
  const path = `/${joined}`
    .replace(/[?#].*$/s, '')
    .replace(/\\/g, '/')
    .replace(/\/{2,}/g, '/')
  if (path.split('/').some((part) => part === '..' || part === '.')) return undefined
  try {
    return decodeURI(path)
  } catch {
    return path
  }
}

/** The last word of a path that can be a slug: `why-tea` of `/2019/03/why-tea.html`. */
export function lastPart(path: string): string {
  return (
    path
      .replace(/\/index\.html?$|\.html?$/i, '')
      .split('/')
      .findLast((part) => part !== '') ?? ''
  )
}
