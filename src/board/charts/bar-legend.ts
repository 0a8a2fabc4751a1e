import type { Element } from 'hast'
import { h, s } from 'hastscript'

const signs = {
  thick: s('rect.amount', { x: 0, y: 3, width: 24, height: 10 }),
  thin: s('rect.amount', { x: 0, y: 6, width: 24, height: 4 }),
  square: s('rect.amount', { x: 7, y: 3, width: 10, height: 10 }),
  asked: s('line.asked', { x1: 12, x2: 12, y1: 1, y2: 15 }),
} as const

/** What the signs of a panel of bars mean. */
export function barLegend(meanings: Partial<Record<keyof typeof signs, string>>): Element {
  return h(
    'ul.chart-legend',
    Object.entries(meanings).map(([sign, words]) =>
      h('li', [
        s(
          'svg.bar-row',
          { width: 24, height: 16, ariaHidden: 'true' },
          structuredClone(signs[sign as keyof typeof signs]),
        ),
        words,
      ]),
    ),
  )
}
