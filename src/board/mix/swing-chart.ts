import { scaleLinear } from 'd3-scale'
import { line } from 'd3-shape'
import type { Element } from 'hast'
import { s } from 'hastscript'
import type { Pendulum, Swing } from '../../calendar/pendulum.ts'
import { daysFrom } from '../../calendar/time.ts'
import { monthName, monthsFrom } from '../charts/months.ts'
import { percentWords } from '../charts/number-words.ts'
import { place } from '../charts/place.ts'

const height = 200
/** Where the plot begins and ends, from the top, in pixels. */
const [top, bottom] = [34, 172]

/**
 * The share that sells, day by day, with the band that it should stay in. Where there are too few entries for shares
 * the line has a gap.
 * @param label the chart in words, for those who do not see it
 */
export function swingChart(label: string, { swings, target, most }: Pendulum, today: string): Element {
  const first = swings[0]?.day ?? today
  const days = daysFrom(first, swings.at(-1)?.day ?? today) || 1
  const x = scaleLinear([0, days], [2, 99])
  const at = (day: string) => x(daysFrom(first, day))
  const highest = Math.max(most, ...swings.map(shareOf)) * 1.2
  const y = scaleLinear([0, Math.min(1, highest)], [bottom, top]).nice(4)
  const known = swings.filter(({ isFew }) => !isFew)
  const path = line<Swing>()
    .defined(({ isFew }) => !isFew)
    .x(({ day }) => at(day))
    .y((swing) => y(shareOf(swing)))
  return s('svg.swing-chart', { width: '100%', height, role: 'img', ariaLabel: label }, [
    s('rect.band', { x: 0, y: y(most), width: '100%', height: bottom - y(most) }),
    ...y
      .ticks(4)
      .flatMap((share) => [
        s('line.track', { x1: 0, x2: '100%', y1: y(share), y2: y(share) }),
        s('text.tick', { x: 0, y: y(share) - 4 }, percentWords(share)),
      ]),
    s('line.asked', { x1: 0, x2: '100%', y1: y(target), y2: y(target) }),
    s('line.today', { x1: place(at(today)), x2: place(at(today)), y1: 17, y2: bottom }),
    ...monthsFrom(first, swings.at(-1)?.day ?? today).flatMap((month) => [
      s('line.track', { x1: place(at(month)), x2: place(at(month)), y1: bottom, y2: bottom + 6 }),
      s('text.tick', { x: place(at(month)), y: bottom + 20 }, monthName(month)),
    ]),
    s('text.tick', { x: place(at(today)), y: 12, textAnchor: 'middle' }, 'today'),
    // A path knows no percent: it is drawn a hundred wide and stretched, its line as thick as ever.
    s(
      'svg',
      { width: '100%', height, viewBox: `0 0 100 ${height}`, preserveAspectRatio: 'none' },
      s('path.swing', { d: path(swings) ?? '', vectorEffect: 'non-scaling-stroke' }),
    ),
    ...known.map((swing) =>
      s(swing.day > today ? 'circle.dot.ahead' : 'circle.dot', {
        cx: place(at(swing.day)),
        cy: y(shareOf(swing)),
        r: 3.5,
      }),
    ),
  ])
}

function shareOf({ selling, total, isFew }: Swing): number {
  return isFew || total === 0 ? 0 : selling / total
}
