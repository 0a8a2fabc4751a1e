import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'
import { isBlackout } from '../../calendar/blackout.ts'
import { addDays } from '../../calendar/time.ts'
import { dayWords } from '../../snippets/agenda/day-words.ts'
import type { BoardData } from '../board-data.ts'
import { purposeMark, stateMark } from '../parts/mark.ts'
import { goalWords } from '../words.ts'
import { calendarDays } from './calendar-days.ts'
import { calendarNav } from './calendar-nav.ts'
import type { DayEntry } from './day-entries.ts'
import { linksOf, titleLink } from './render-entry.ts'
import { shownSlots } from './shown-slots.ts'

/** Days before and after today. */
const past = 14
const ahead = 56
/** Letters of a title. */
const longest = 120
const columns = ['Time', 'What', 'State', 'Purpose', 'For', 'Owner']

/** All that goes out, and slots that nothing stands in, from two weeks ago until eight weeks ahead, a row each. */
export function renderList(data: BoardData): ElementContent[] {
  const first = addDays(data.today, -past)
  const bodies = Array.from({ length: past + 1 + ahead }, (_, index) => addDays(first, index)).flatMap(
    (day) => renderDay(day, data),
  )
  if (bodies.length === 0)
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
        ...bodies,
      ]),
    ]),
  ]
}

/** A day with its rows; nothing where it has none. */
function renderDay(day: string, data: BoardData): Element[] {
  const days = calendarDays(data)
  const isBlack = isBlackout(day, data.calendar.plan)
  const slots = shownSlots(day, days).filter(({ state }) => state !== 'kept' && state !== 'filled')
  const rows = [
    ...(isBlack ? [h('tr', h('td.blackout', { colSpan: columns.length }, 'Nothing goes out'))] : []),
    ...(days.entries.get(day) ?? []).map((entry) => row(entry, data)),
    ...(slots.length > 0
      ? [
          h(
            'tr',
            h(
              'td',
              { colSpan: columns.length },
              slots.map(({ state, words }) => h('span.slot', { className: [state] }, words)),
            ),
          ),
        ]
      : []),
  ]
  if (rows.length === 0) return []
  const isToday = day === data.today
  return [
    h('tbody', { dataDay: day, className: isToday ? ['today'] : [] }, [
      h(
        'tr.day-row',
        h(
          'th',
          { colSpan: columns.length, scope: 'rowgroup' },
          `${dayWords(day)}${isToday ? ', today' : ''}`,
        ),
      ),
      ...rows,
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
