import { addDays } from '../../calendar/time.ts'
import { shortDay } from '../../snippets/agenda/day-words.ts'

/** The first days of the months that begin between two days. */
export function monthsFrom(from: string, to: string): string[] {
  const months: string[] = []
  for (let day = `${from.slice(0, 7)}-01`; day <= to; day = `${addDays(day, 31).slice(0, 7)}-01`)
    if (day >= from) months.push(day)
  return months
}

/** `Dec` of `2026-12-01`. */
export function monthName(day: string): string {
  return shortDay(day).slice(-3)
}
