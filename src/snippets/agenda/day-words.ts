import { dayIn, type Moment, weekdayOf } from '../../calendar/time.ts'

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']
const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

/** `Tuesday 8 December` of `2026-12-08`. */
export function dayWords(day: string): string {
  return `${weekdays[weekdayOf(day) - 1]} ${Number(day.slice(8))} ${months[Number(day.slice(5, 7)) - 1]}`
}

/** `Tue 8 Dec` of `2026-12-08`. */
export function shortDay(day: string): string {
  const [weekday = '', number, month = ''] = dayWords(day).split(' ')
  return `${weekday.slice(0, 3)} ${number} ${month.slice(0, 3)}`
}

/** `Tue 8 Dec 09:00`, as clocks in a zone show it. */
export function shortTime(at: Moment, zone: string): string {
  return `${shortDay(dayIn(at, zone))} ${timeIn(at, zone)}`
}

/** `09:00`, as clocks in a zone show it. */
export function timeIn({ local, instant, zone: own }: Moment, zone: string): string {
  if (own === zone) return local.slice(11)
  return Temporal.Instant.from(instant)
    .toZonedDateTimeISO(zone)
    .toPlainTime()
    .toString({ smallestUnit: 'minute' })
}
