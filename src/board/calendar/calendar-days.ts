import type { DayRange } from '../../calendar/plan.ts'
import { addDays } from '../../calendar/time.ts'
import type { BoardData } from '../board-data.ts'
import { type DayEntry, entriesByDay } from './day-entries.ts'
import { type DaySlot, slotsByDay } from './day-slots.ts'

/** What stands on each day. */
export interface CalendarDays {
  entries: ReadonlyMap<string, readonly DayEntry[]>
  slots: ReadonlyMap<string, readonly DaySlot[]>
}

const kept = new WeakMap<BoardData, CalendarDays>()

/** What stands on each day of the months that the calendar shows. */
export function calendarDays(data: BoardData): CalendarDays {
  const known = kept.get(data)
  if (known) return known
  const made = { entries: entriesByDay(data), slots: slotsByDay(data, calendarRange(data)) }
  kept.set(data, made)
  return made
}

/** Months and weeks that the calendar shows before and after today's. */
const months = { before: 6, after: 6 }
const weeks = { before: 2, after: 8 }

/** The months of the calendar, as in `2026-12`. */
export function calendarMonths({ today }: Pick<BoardData, 'today'>): string[] {
  const first = Temporal.PlainYearMonth.from(today.slice(0, 7)).subtract({ months: months.before })
  return Array.from({ length: months.before + 1 + months.after }, (_, index) =>
    first.add({ months: index }).toString(),
  )
}

/** The Mondays of the weeks that the calendar shows by themselves. */
export function calendarWeeks({ today }: Pick<BoardData, 'today'>): string[] {
  const monday = mondayOf(today)
  return Array.from({ length: weeks.before + 1 + weeks.after }, (_, index) =>
    addDays(monday, (index - weeks.before) * 7),
  )
}

/** The Monday of a day's week. */
export function mondayOf(day: string): string {
  return addDays(day, 1 - Temporal.PlainDate.from(day).dayOfWeek)
}

/** First and last day of all weeks that the calendar's months touch. */
function calendarRange(data: BoardData): DayRange {
  const all = calendarMonths(data)
  const last = Temporal.PlainYearMonth.from(all.at(-1) as string)
  return {
    from: mondayOf(`${all[0]}-01`),
    to: addDays(mondayOf(`${last}-${last.daysInMonth}`), 6),
  }
}
