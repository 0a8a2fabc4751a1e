import type { Element } from 'hast'
import { h } from 'hastscript'
import { goals, purposes } from '../../calendar/vocabulary.ts'
import { purposeMark, type Shape, stateMark } from '../parts/mark.ts'
import { goalWords, purposeWords, stateWords } from '../words.ts'

const postShapes = ['idea', 'draft', 'review', 'ready', 'unapproved', 'scheduled', 'live'] as const
const otherShapes: readonly [Shape, string][] = [
  ['snippet-ahead', 'snippet to come'],
  ['snippet-over', 'snippet whose time has passed; nothing says whether it went out'],
  ['snippet-out', 'snippet that went out'],
  ['snippet-fault', 'snippet that needs a look'],
  ['activity-ahead', 'activity to come'],
  ['activity-done', 'activity that is over'],
]

/** What shapes, signs, colors and borders of the calendar stand for. */
export function legend(): Element {
  return h('section.legend', { ariaLabel: 'Legend' }, [
    h('h2', 'Legend'),
    group('Shape: how far', [
      ...postShapes.map((state) => h('li', [stateMark(state), ` ${stateWords[state]}`])),
      ...otherShapes.map(([shape, words]) => h('li', [stateMark(shape), ` ${words}`])),
    ]),
    group(
      'Sign: what for',
      purposes.map((purpose) => h('li', [purposeMark(purpose), ` ${purpose}: ${purposeWords[purpose]}`])),
    ),
    group(
      'Edge: for whom',
      goals.map((goal) => h('li', [h('span.swatch', { className: [goal] }), ` ${goal}: ${goalWords[goal]}`])),
    ),
    group('Border: how sure', [
      h('li', [h('span.swatch.promise'), ' promised or live']),
      h('li', [h('span.swatch.soft'), ' planned, may still move']),
    ]),
  ])
}

function group(title: string, items: readonly Element[]): Element {
  return h('div', [h('h3', title), h('ul', [...items])])
}
