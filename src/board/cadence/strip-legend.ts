import type { Element } from 'hast'
import { h, s } from 'hastscript'
import { otherSigns, slotSigns } from './strip.ts'

const meanings = [
  [slotSigns.kept, 'slot kept'],
  [slotSigns.missed, 'slot missed'],
  [slotSigns.filled, 'slot ahead, filled'],
  [slotSigns.empty, 'slot ahead, empty'],
  [slotSigns.blackout, 'slot in a blackout'],
  [otherSigns.beside, 'beside the slots'],
  [otherSigns.silence, 'longest silence'],
  [otherSigns.burst, 'burst'],
] as const

/** What the signs of a strip mean. */
export function stripLegend(): Element {
  return h(
    'ul.chart-legend.strip',
    meanings.map(([sign, words]) =>
      h('li', [
        s(
          'svg',
          { width: 28, height: 16, viewBox: '-14 -8 28 16', ariaHidden: 'true' },
          structuredClone(sign),
        ),
        words,
      ]),
    ),
  )
}
