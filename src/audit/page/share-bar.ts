import { scaleLinear } from 'd3-scale'
import type { ElementContent } from 'hast'
import { h, s } from 'hastscript'
import { place } from '../../board/charts/place.ts'
import { figure } from '../audit-words.ts'

/** A part of a whole: its class, how many, and what they do. */
export interface Share {
  kind: string
  posts: number
  words: string
}

/** A whole and its parts in one bar, with a list that says each in words: the list is the bar's text. */
export function shareBar(shares: readonly Share[]): ElementContent[] {
  const parts = shares.filter(({ posts }) => posts > 0)
  const all = parts.reduce((sum, { posts }) => sum + posts, 0)
  const x = scaleLinear([0, all || 1], [0, 100])
  let done = 0
  return [
    s(
      'svg.share',
      { width: '100%', height: 20, ariaHidden: 'true' },
      parts.map(({ kind, posts }) => {
        const from = done
        done += posts
        return s('rect', { className: [kind], x: place(x(from)), width: place(x(posts)), y: 0, height: 20 })
      }),
    ),
    h(
      'ul.legend',
      parts.map(({ kind, posts, words }) => h('li', [swatch(kind), h('strong', figure(posts)), ` ${words}`])),
    ),
  ]
}

/** The color of a kind. */
export function swatch(kind: string): ElementContent {
  return s('svg.swatch', { width: 12, height: 12, ariaHidden: 'true' }, [
    s('rect', { className: [kind], width: 12, height: 12 }),
  ])
}

/** A small bar beside words that say the same. @param isFromEnd it grows from the end of its line */
export function miniBar(value: number, most: number, kind: string, isFromEnd = false): ElementContent {
  const x = scaleLinear([0, most || 1], [0, 100]).clamp(true)
  return s('svg.mini', { width: '100%', height: 8, ariaHidden: 'true' }, [
    s('rect', {
      className: [kind],
      x: isFromEnd ? place(100 - x(value)) : 0,
      width: place(x(value)),
      height: 8,
    }),
  ])
}
