import type { ElementContent } from 'hast'
import { h } from 'hastscript'
import { addDays } from '../../calendar/time.ts'
import { shortDay } from '../../snippets/agenda/day-words.ts'
import type { BoardData } from '../board-data.ts'
import { calendarDays, calendarWeeks, mondayOf } from './calendar-days.ts'
import { calendarNav, type Step } from './calendar-nav.ts'
import { legend } from './legend.ts'
import { renderDay } from './render-day.ts'

/** Name of a week's page: today's is called `week`. @param monday its first day */
export function weekName(monday: string, { today }: Pick<BoardData, 'today'>): string {
  return monday === mondayOf(today) ? 'week' : `week-${monday}`
}

/** A week with the times of channels. @param monday its first day */
export function renderWeek(monday: string, data: BoardData): ElementContent[] {
  const weeks = calendarWeeks(data)
  const step = (by: number): Step | undefined => {
    const other = weeks[weeks.indexOf(monday) + by]
    return other === undefined ? undefined : { name: weekName(other, data), words: shortDay(other) }
  }
  return [
    ...calendarNav('week', weekWords(monday), step(-1), step(1)),
    h(
      'ol.days.week',
      Array.from({ length: 7 }, (_, index) => renderDay(addDays(monday, index), calendarDays(data), data)),
    ),
    legend(),
  ]
}

/** `Mon 23 Nov to Sun 29 Nov 2026`. */
export function weekWords(monday: string): string {
  const sunday = addDays(monday, 6)
  return `${shortDay(monday)} to ${shortDay(sunday)} ${sunday.slice(0, 4)}`
}
