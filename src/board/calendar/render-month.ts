import type { ElementContent } from 'hast'
import { h } from 'hastscript'
import { addDays } from '../../calendar/time.ts'
import type { BoardData } from '../board-data.ts'
import { monthWords } from '../words.ts'
import { calendarDays, calendarMonths, mondayOf } from './calendar-days.ts'
import { calendarNav, type Step } from './calendar-nav.ts'
import { legend } from './legend.ts'
import { renderDay } from './render-day.ts'

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']

/** Name of a month's page: today's is the first of the calendar. */
export function monthName(month: string, { today }: Pick<BoardData, 'today'>): string {
  return today.startsWith(month) ? 'index' : `month-${month}`
}

/** A month, week by week. @param month as in `2026-12` */
export function renderMonth(month: string, data: BoardData): ElementContent[] {
  const months = calendarMonths(data)
  const step = (by: number): Step | undefined => {
    const other = months[months.indexOf(month) + by]
    return other === undefined ? undefined : { name: monthName(other, data), words: monthWords(other) }
  }
  const { daysInMonth } = Temporal.PlainYearMonth.from(month)
  const first = mondayOf(`${month}-01`)
  const last = `${month}-${daysInMonth}`
  const days: string[] = []
  for (let day = first; day <= last || days.length % 7 !== 0; day = addDays(day, 1)) days.push(day)
  return [
    ...calendarNav('index', monthWords(month), step(-1), step(1)),
    h('div.month-grid', [
      h(
        'p.weekdays',
        { ariaHidden: 'true' },
        weekdays.map((weekday) => h('span', weekday)),
      ),
      h(
        'ol.days',
        days.map((day) => renderDay(day, calendarDays(data), data, { isOutside: !day.startsWith(month) })),
      ),
    ]),
    legend(),
  ]
}
