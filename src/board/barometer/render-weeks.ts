import type { Element } from 'hast'
import { h, s } from 'hastscript'
import type { Barometer } from '../../inbox/barometer.ts'
import { shortDay } from '../../snippets/agenda/day-words.ts'
import { figure } from '../charts/figure.ts'
import { place } from '../charts/place.ts'

const height = 120

/** What was heard week by week, as columns. */
export function renderWeeks({ weeks, places }: Barometer): Element {
  const most = Math.max(1, ...weeks.map(({ total }) => total))
  const step = 100 / weeks.length
  const names = places.map(({ on }) => on)
  const chart = s(
    'svg.weeks',
    {
      width: '100%',
      height: height + 40,
      role: 'img',
      ariaLabel: `What was heard in each of ${weeks.length} weeks, up to ${most} in one`,
    },
    [
      s('line.track', { x1: 0, x2: '100%', y1: height + 20, y2: height + 20 }),
      ...weeks.flatMap(({ from, total }, index) => {
        const size = (height * total) / most
        const middle = place(step * (index + 0.5))
        return [
          s('rect.amount', {
            x: place(step * (index + 0.15)),
            y: height + 20 - size,
            width: place(step * 0.7),
            height: size,
          }),
          ...(total > 0
            ? [s('text.words', { x: middle, y: height + 14 - size, textAnchor: 'middle' }, String(total))]
            : []),
          ...(index % 4 === 3
            ? [s('text.name', { x: middle, y: height + 37, textAnchor: 'middle' }, shortDay(from).slice(4))]
            : []),
        ]
      }),
    ],
  )
  return figure([h('div', chart)], {
    caption: 'What was heard week by week',
    head: ['Week from', ...names, 'All'],
    rows: weeks.map(({ from, total, places }) => [
      from,
      ...names.map((name) => places.get(name) ?? 0),
      total,
    ]),
  })
}
