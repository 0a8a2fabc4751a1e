import { scaleBand, scaleLinear } from 'd3-scale'
import { stack } from 'd3-shape'
import type { Element } from 'hast'
import { s } from 'hastscript'
import { place } from '../../board/charts/place.ts'
import { count } from '../audit-words.ts'

/** A column: how many of each kind it has, and what stands below it. */
export interface Column {
  counts: Readonly<Record<string, number>>
  /** Words below; empty for none. */
  tick: string
  /** Words above it, as its number; empty for none. */
  top?: string
}

interface Settings {
  /** Kinds from the bottom up, each the class of its part. */
  kinds: readonly string[]
  /** The chart in words, for those who do not see it. */
  label: string
  /** A line between two columns, with its words: from this one on. */
  mark?: { column: number; words: string }
}

const [top, below] = [22, 24]
/** One post is as high, at most; and all columns are. */
const [unit, highest] = [14, 140]
/** So few are counted at a glance. */
const few = 3

/** Columns beside one another, as wide as the page; their words keep their size. Every value begins at zero. */
export function columnChart(columns: readonly Column[], { kinds, label, mark }: Settings): Element {
  const sums = columns.map(({ counts }) => kinds.reduce((sum, kind) => sum + (counts[kind] ?? 0), 0))
  const most = Math.max(...sums, 1)
  const bottom = top + Math.min(most * unit, highest)
  const height = bottom + below
  const x = scaleBand<number>(columns.keys(), [0, 100])
    .paddingInner(columns.length > 40 ? 0.15 : 0.2)
    .paddingOuter(0)
  const y = scaleLinear([0, most], [bottom, top])
  const layers = stack<Column, string>()
    .keys(kinds)
    .value(({ counts }, kind) => counts[kind] ?? 0)([...columns])
  const width = place(x.bandwidth())
  return s('svg.columns', { width: '100%', height, role: 'img', ariaLabel: label }, [
    ...layers.map((layer) =>
      s(
        'g',
        { className: [layer.key] },
        layer.flatMap(([from, to], index) =>
          to > from
            ? [s('rect', { x: place(x(index) ?? 0), width, y: tenth(y(to)), height: tenth(y(from) - y(to)) })]
            : [],
        ),
      ),
    ),
    ...(most >= few && columns.every(({ top: words = '' }) => words === '')
      ? [
          s('line.top', { x1: 0, x2: '100%', y1: top - 0.5, y2: top - 0.5 }),
          s('text.tick', { x: 0, y: top - 6 }, count(most, 'post')),
        ]
      : []),
    s('line.base', { x1: 0, x2: '100%', y1: bottom + 0.5, y2: bottom + 0.5 }),
    ...columns.flatMap(({ tick, top: words = '' }, index) => {
      const middle = place((x(index) ?? 0) + x.bandwidth() / 2)
      const isFirst = index === 0 && columns.length > 12
      return [
        ...(tick === ''
          ? []
          : [
              s(
                'text.tick',
                { x: isFirst ? 0 : middle, y: height - 6, textAnchor: isFirst ? 'start' : 'middle' },
                tick,
              ),
            ]),
        ...(words === ''
          ? []
          : [
              s('text.number', { x: middle, y: tenth(y(sums[index] ?? 0) - 5), textAnchor: 'middle' }, words),
            ]),
      ]
    }),
    ...(mark ? markAt(place(x(mark.column) ?? 0), mark.words, bottom) : []),
  ])
}

function markAt(x: string, words: string, bottom: number): Element[] {
  return [s('line.limit', { x1: x, x2: x, y1: 4, y2: bottom }), s('text.tick', { x, dx: 6, y: 14 }, words)]
}

function tenth(pixels: number): number {
  return Number(pixels.toFixed(1))
}
