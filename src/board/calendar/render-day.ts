import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'
import { isBlackout } from '../../calendar/blackout.ts'
import { weekdayOf } from '../../calendar/time.ts'
import { dayWords } from '../../snippets/agenda/day-words.ts'
import type { BoardData } from '../board-data.ts'
import type { CalendarDays } from './calendar-days.ts'
import type { DaySlot } from './day-slots.ts'
import { renderEntry } from './render-entry.ts'

const slotWords = {
  kept: 'kept',
  missed: 'missed',
  filled: 'filled',
  empty: 'empty',
  blackout: 'nothing wanted',
} as const satisfies Record<DaySlot['state'], string>

/**
 * A day with all that stands on it.
 * @param hasChannels with the times of channels too
 * @param isOutside it belongs to another month
 */
export function renderDay(
  day: string,
  { entries, slots }: CalendarDays,
  data: BoardData,
  { hasChannels = false, isOutside = false } = {},
): Element {
  const own = entries.get(day) ?? []
  const isToday = day === data.today
  const isBlack = isBlackout(day, data.calendar.plan)
  const open = (slots.get(day) ?? []).filter(
    ({ channel, state }) =>
      state !== 'blackout' && (channel === undefined || (hasChannels && state !== 'kept')),
  )
  const hasSoft = own.some(({ what, isSoft }) => what === 'post' && isSoft)
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
    ...(open.length > 0
      ? [
          h(
            'ul.slots',
            open.map((slot) => renderSlot(slot, hasSoft)),
          ),
        ]
      : []),
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

function renderSlot({ day, time, channel, state }: DaySlot, hasSoft: boolean): Element {
  const words =
    state === 'empty' && hasSoft && channel === undefined ? 'planned, not promised' : slotWords[state]
  return h(
    'li.slot',
    { className: [state], dataSlot: `${day}T${time}`, dataChannel: channel },
    `${time} ${channel ?? 'post'}: ${words}`,
  )
}
