import type { Element } from 'hast'
import { s } from 'hastscript'
import type { Purpose } from '../../calendar/vocabulary.ts'

/** Shapes of states: the fuller, the further along; a cross is a fault, a bubble a snippet, a square an activity. */
const shapes = {
  idea: s('circle.outline', { cx: 8, cy: 8, r: 5.5, strokeDasharray: '2 2.3' }),
  draft: s('path.outline', { d: 'M8 2.5 14 13H2z' }),
  review: s('g', [
    s('circle.outline', { cx: 8, cy: 8, r: 5.5 }),
    s('path.solid', { d: 'M8 2.5a5.5 5.5 0 0 1 0 11z' }),
  ]),
  unapproved: s('path.outline', { d: 'M8 1.5 14.5 8 8 14.5 1.5 8zM8 5v3.5M8 10.2v1' }),
  ready: s('path.outline', { d: 'M8 1.5 14.5 8 8 14.5 1.5 8z' }),
  scheduled: s('path.solid', { d: 'M8 .8 15.2 8 8 15.2.8 8z' }),
  live: s('circle.solid', { cx: 8, cy: 8, r: 6 }),
  retired: s('path.outline', { d: 'M3 8h10' }),
  'snippet-ahead': s('path.outline', { d: 'M2 3h12v8H7l-3 3v-3H2z' }),
  'snippet-over': s('path.outline', { d: 'M2 3h12v8H7l-3 3v-3H2zM5 7h6' }),
  'snippet-out': s('path.solid', { d: 'M1.5 2.5h13v9H7.4L4 15v-3.5H1.5z' }),
  'snippet-fault': s('path.outline', { d: 'M2 3h12v8H7l-3 3v-3H2zM6 5l4 4M10 5 6 9' }),
  'activity-ahead': s('path.outline', { d: 'M3 3h10v10H3z' }),
  'activity-done': s('path.solid', { d: 'M2.5 2.5h11v11h-11z' }),
} as const satisfies Record<string, Element>

export type Shape = keyof typeof shapes

/** Signs of purposes: an eye, two people, a plus, waves that arrive, a price tag. */
const signs = {
  awareness: 'M1.5 8C4 4 12 4 14.5 8 12 12 4 12 1.5 8zM8 6.2v3.6M6.2 8h3.6',
  community: 'M6 4.5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7zM10 4.5a3.5 3.5 0 1 1 0 7 3.5 3.5 0 0 1 0-7z',
  service: 'M8 2.5v11M2.5 8h11',
  listening: 'M3 8h.5M6.5 4.7a4.7 4.7 0 0 1 0 6.6M9.5 2.8a7.4 7.4 0 0 1 0 10.4',
  sales: 'M2.5 2.5h5.2l5.8 5.8-5.2 5.2-5.8-5.8zM5.2 5.2h.1',
} as const satisfies Record<Purpose, string>

/** The shape of a state. It says nothing to people who do not see it: words stand beside it. */
export function stateMark(shape: Shape): Element {
  return drawn.getOrInsertComputed(shape, () => draw('svg.mark', shapes[shape]))
}

/** The sign of a purpose. It says nothing to people who do not see it: words stand beside it. */
export function purposeMark(purpose: Purpose): Element {
  return drawn.getOrInsertComputed(purpose, () =>
    draw('svg.mark.purpose', s('path.outline', { d: signs[purpose] })),
  )
}

/** A board has thousands of marks, of few kinds. */
const drawn = new Map<Shape | Purpose, Element>()

function draw(selector: string, inside: Element): Element {
  return s(selector, { viewBox: '0 0 16 16', ariaHidden: 'true' }, inside)
}
