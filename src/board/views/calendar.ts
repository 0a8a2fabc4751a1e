import { calendarMonths, calendarWeeks, mondayOf } from '../calendar/calendar-days.ts'
import { renderList } from '../calendar/render-list.ts'
import { monthName, renderMonth } from '../calendar/render-month.ts'
import { renderWeek, weekName, weekWords } from '../calendar/render-week.ts'
import type { BoardView } from '../view.ts'
import { monthWords } from '../words.ts'

export const calendar: BoardView = {
  id: 'calendar',
  title: 'Calendar',
  intro: 'What goes out when: posts, snippets and other work.',
  render: (data) => renderMonth(data.today.slice(0, 7), data),
  more: (data) => [
    ...calendarMonths(data)
      .filter((month) => !data.today.startsWith(month))
      .map((month) => ({
        name: monthName(month, data),
        title: `Calendar: ${monthWords(month)}`,
        render: () => renderMonth(month, data),
      })),
    ...calendarWeeks(data).map((monday) => ({
      name: weekName(monday, data),
      title: `Calendar: ${monday === mondayOf(data.today) ? 'this week' : weekWords(monday)}`,
      render: () => renderWeek(monday, data),
    })),
    { name: 'list', title: 'Calendar: all by day', render: () => renderList(data) },
  ],
}
