import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'
import { isBlackout } from '../../calendar/blackout.ts'
import { weekdayOf } from '../../calendar/time.ts'
import { dayWords } from '../../snippets/agenda/day-words.ts'
import type { BoardData } from '../board-data.ts'
import type { CalendarDays } from './calendar-days.ts'
import { renderEntry } from './render-entry.ts'
import { type ShownSlot, shownSlots } from './shown-slots.ts'

/**
 * A day with all that stands on it.
 * @param isOutside it belongs to another month
 */
export function renderDay(
  day: string,
  days: CalendarDays,
  data: BoardData,
  { isOutside = false } = {},
): Element {
  const own = days.entries.get(day) ?? []
  const isToday = day === data.today
  const isBlack = isBlackout(day, data.calendar.plan)
  const open = shownSlots(day, days)
  const className = [
    ...(isToday ? ['today'] : []),
    ...(isBlack ? ['blackout'] : []),
    ...(isOutside ? ['outside'] : []),
    ...(day < data.today ? ['past'] : []),
    ...(weekdayOf(day) > 5 ? ['weekend'] : []),
    ...(own.length + open.length === 0 && !isBlack && !isToday ? ['bare'] : []),
  ]
  return h('li.day', { className, dataDay: day }, [
    h('h3', { ariaCurrent: isToday ? 'date' : undefined }, dayHeading(day, isToday)),
    ...(isBlack ? [h('p.blackout-words', 'Nothing goes out')] : []),
    ...(own.length > 0
      ? [
          h(
            'ul.entries',
            own.map((entry) => renderEntry(entry, data)),
          ),
        ]
      : []),
    ...(open.length > 0 ? [h('ul.slots', open.map(renderSlot))] : []),
  ])
}

/** `Tuesday 8 December`, of which a grid shows the number alone. */
function dayHeading(day: string, isToday: boolean): ElementContent[] {
  const [weekday = '', number = '', month = ''] = dayWords(day).split(' ')
  return [
    h('span.weekday', `${weekday} `),
    h('span.number', number),
    h('span.month', ` ${month}`),
    ...(isToday ? [h('span.today-word', ' today')] : []),
  ]
}

function renderSlot({ day, time, channel, state, words }: ShownSlot): Element {
  return h('li.slot', { className: [state], dataSlot: `${day}T${time}`, dataChannel: channel }, words)
}
