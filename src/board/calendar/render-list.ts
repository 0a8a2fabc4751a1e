import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'
import { addDays } from '../../calendar/time.ts'
import { dayWords } from '../../snippets/agenda/day-words.ts'
import type { BoardData } from '../board-data.ts'
import { purposeMark, stateMark } from '../parts/mark.ts'
import { goalWords } from '../words.ts'
import { calendarDays } from './calendar-days.ts'
import { calendarNav } from './calendar-nav.ts'
import type { DayEntry } from './day-entries.ts'
import { linksOf, titleLink } from './render-entry.ts'

/** Days before and after today. */
const past = 14
const ahead = 56
/** Letters of a title. */
const longest = 120
const columns = ['Time', 'What', 'State', 'Purpose', 'For', 'Owner']

/** All that goes out, from two weeks ago until eight weeks ahead, a row each. */
export function renderList(data: BoardData): ElementContent[] {
  const from = addDays(data.today, -past)
  const days = [...calendarDays(data).entries]
    .filter(([day]) => from <= day && day <= addDays(data.today, ahead))
    .sort(([a], [b]) => (a < b ? -1 : 1))
  if (days.length === 0)
    return [
      ...calendarNav('list', 'All by day'),
      h('p.empty', 'Nothing is planned. Give a post a day: `planned: 2026-12-08`.'),
    ]
  return [
    ...calendarNav('list', 'All by day'),
    h('div.scroll', { tabIndex: 0, role: 'region', ariaLabel: 'All by day' }, [
      h('table.list', [
        h(
          'thead',
          h(
            'tr',
            columns.map((column) => h('th', { scope: 'col' }, column)),
          ),
        ),
        ...days.map(([day, entries]) =>
          h('tbody', { dataDay: day, className: day === data.today ? ['today'] : [] }, [
            h(
              'tr.day-row',
              h(
                'th',
                { colSpan: columns.length, scope: 'rowgroup' },
                `${dayWords(day)}${day === data.today ? ', today' : ''}`,
              ),
            ),
            ...entries.map((entry) => row(entry, data)),
          ]),
        ),
      ]),
    ]),
  ]
}

function row(entry: DayEntry, data: BoardData): Element {
  const { what, time, title, item, isSoft, shape, state, goal, purpose, owner } = entry
  const kind =
    what === 'snippet' && item ? `${item.channel}, ${item.kind}: ` : what === 'activity' ? 'activity: ' : ''
  return h('tr', { className: [what, goal, ...(isSoft ? ['soft'] : [])] }, [
    h('td', time ?? ''),
    h('td.what', [
      h('span.quiet', kind),
      titleLink({ ...entry, title: short(title) }, data),
      ' ',
      ...(what === 'snippet' ? [] : linksOf(entry, data)),
    ]),
    h('td', [
      stateMark(shape),
      ` ${state}${isSoft && state !== 'draft' && state !== 'idea' ? ', planned' : ''}`,
    ]),
    h('td', purpose ? [purposeMark(purpose), ` ${purpose}`] : 'not said'),
    h('td', [h('span.swatch', { className: [goal] }), ` ${goalWords[goal]}`]),
    h('td', data.calendar.authors[owner]?.name ?? owner),
  ])
}

/** The beginning of long words, which are there to know a snippet by. */
function short(title: string): string {
  return title.length > longest ? `${title.slice(0, title.lastIndexOf(' ', longest))} …` : title
}
