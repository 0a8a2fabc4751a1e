import { scaleLinear } from 'd3-scale'
import type { Element } from 'hast'
import { s } from 'hastscript'
import { cut } from '../../snippets/agenda/cell.ts'
import { place } from './place.ts'

/** A value beside what is asked for. */
interface Bar {
  value: number
  asked?: number | undefined
}

/** What a row of a panel shows: two bars, a thick one and a thin one below it. */
export interface BarRow {
  label: string
  /** The values in words. */
  words: string
  thick: Bar
  thin?: Bar | undefined
  /** Thick is a count of so few that it is drawn one by one. */
  isFew?: boolean
  /** Something is wrong with it, and the words say what. */
  isOdd?: boolean
  /** Class of the row, as of a goal. */
  className?: string
}

const rowHeight = 46
/** Letters of a name that leave room for its numbers on a phone. */
const mostLetters = 20
/** Side of a square that stands for one entry, and from one to the next, in pixels. */
const square = 10
const step = 14

/**
 * Rows of bars. Both kinds of bars have a scale of their own unless one is given; all that is not few begins at zero.
 * @param label the panel in words, for those who do not see it
 * @param most the greatest value of either scale
 */
export function barPanel(label: string, rows: readonly BarRow[], most?: number): Element {
  const widest = (bars: readonly (Bar | undefined)[]) =>
    most ?? Math.max(...bars.flatMap((bar) => (bar ? [bar.value, bar.asked ?? 0] : [])), 0)
  const scales = [
    scaleLinear([0, widest(rows.map(({ thick }) => thick)) || 1], [0, 100]),
    scaleLinear([0, widest(rows.map(({ thin }) => thin)) || 1], [0, 100]),
  ] as const
  return s(
    'svg.bar-panel',
    { width: '100%', height: rows.length * rowHeight, role: 'img', ariaLabel: label },
    rows.map(({ label: name, words, thick, thin, isFew, isOdd, className = '' }, index) =>
      s(
        'svg',
        { y: index * rowHeight, overflow: 'visible', className: ['bar-row', className].filter(Boolean) },
        [
          s('text.name', { x: 0, y: 13 }, cut(name, mostLetters)),
          s(isOdd ? 'text.odd' : 'text.words', { x: '100%', y: 13, textAnchor: 'end' }, words),
          s('line.track', { x1: 0, x2: '100%', y1: 35.5, y2: 35.5 }),
          ...(isFew ? squares(thick.value) : bar(thick, scales[0], 20, 10)),
          ...(thin ? bar(thin, scales[1], 31, 4) : []),
        ],
      ),
    ),
  )
}

type Scale = (value: number) => number

function bar({ value, asked }: Bar, scale: Scale, y: number, height: number): Element[] {
  return [
    s('rect.amount', { x: 0, y, width: place(scale(value)), height }),
    ...(asked === undefined
      ? []
      : ['halo', 'asked'].map((className) =>
          s('line', {
            className,
            x1: place(scale(asked)),
            x2: place(scale(asked)),
            y1: y - 2,
            y2: y + height + 1,
          }),
        )),
  ]
}

function squares(count: number): Element[] {
  return Array.from({ length: count }, (_, index) =>
    s('rect.amount', { x: index * step, y: 20, width: square, height: square }),
  )
}
