import { scaleLinear } from 'd3-scale'
import type { Element } from 'hast'
import { s } from 'hastscript'
import type { Cadence } from '../../calendar/cadence.ts'
import type { DayRange } from '../../calendar/plan.ts'
import { dayOf, daysFrom } from '../../calendar/time.ts'
import { monthName, monthsFrom } from '../charts/months.ts'
import { place } from '../charts/place.ts'
import type { Stream } from './streams.ts'

const height = 88
/** The line on which slots stand, from the top. */
const middle = 46

/** Signs of slots, drawn around a point. */
export const slotSigns = {
  kept: s('circle.kept', { r: 4.5 }),
  missed: s('path.missed', { d: 'M-4-4 4 4M4-4-4 4' }),
  filled: s('path.filled', { d: 'M0-5.5 5.5 0 0 5.5-5.5 0z' }),
  empty: s('circle.empty', { r: 4.5 }),
  blackout: s('path.off', { d: 'M-5 0H5' }),
} as const satisfies Record<Cadence['slots'][number]['state'], Element>

/** What goes out beside the rhythm, and where nothing does. */
export const otherSigns = {
  beside: s('path.beside', { d: 'M0-6V6' }),
  silence: s('path.silence', { d: 'M-12-4V0H12V-4' }),
  burst: s('path.burst', { d: 'M-12 4V0H12V4' }),
} as const

/** A stream over its days: its slots, what went out beside them, its longest silence below and its bursts above. */
export function strip(label: string, { cadence, days }: Stream, window: DayRange, today: string): Element {
  const scale = scaleLinear([0, daysFrom(window.from, window.to)], [2, 98])
  const at = (day: string) => place(scale(Math.max(0, daysFrom(window.from, day))))
  const slotDays = new Set(cadence.slots.filter(({ by }) => by).map(({ at }) => dayOf(at)))
  const { longestSilence: silence, bursts, slots } = cadence
  return s('svg.strip', { width: '100%', height, role: 'img', ariaLabel: label }, [
    s('line.track', { x1: 0, x2: '100%', y1: middle, y2: middle }),
    ...monthsFrom(window.from, window.to).flatMap((month) => [
      s('line.track', { x1: at(month), x2: at(month), y1: middle - 10, y2: middle + 10 }),
      s('text.tick', { x: at(month), y: height - 6 }, monthName(month)),
    ]),
    s('line.now', { x1: at(today), x2: at(today), y1: 16, y2: middle + 22 }),
    s('text.tick', { x: at(today), y: 11, textAnchor: 'middle' }, 'today'),
    ...days.filter((day) => !slotDays.has(day)).map((day) => signAt(otherSigns.beside, at(day), middle)),
    ...slots.map((slot) => signAt(slotSigns[slot.state], at(dayOf(slot.at)), middle)),
    ...(silence
      ? bracket(
          'silence',
          silence.from < window.from ? undefined : at(silence.from),
          at(silence.to),
          middle + 16,
          -4,
        )
      : []),
    ...bursts.flatMap(({ from, to }) => bracket('burst', at(from), at(to), middle - 16, 4)),
  ])
}

function signAt(sign: Element, x: string, y: number): Element {
  return s('svg', { x, y, overflow: 'visible' }, structuredClone(sign))
}

/** @param from undefined where it began earlier: then it is open, and comes in from the edge */
function bracket(
  className: string,
  from: string | undefined,
  to: string,
  y: number,
  hook: number,
): Element[] {
  return [
    s('line', { className, x1: from ?? 0, x2: to, y1: y, y2: y }),
    ...[from, to].flatMap((x) =>
      x === undefined ? [] : [s('line', { className, x1: x, x2: x, y1: y, y2: y + hook })],
    ),
  ]
}
