import type { Element } from 'hast'
import { h } from 'hastscript'
import { boardHref } from '../view.ts'

/** A step to the page before or after. */
export interface Step {
  name: string
  words: string
}

const looks = [
  { name: 'index', words: 'Month' },
  { name: 'week', words: 'Week' },
  { name: 'list', words: 'List' },
] as const

/** Leads from one look at the calendar to the others, and to the time before and after. */
export function calendarNav(
  look: (typeof looks)[number]['name'],
  heading: string,
  before?: Step,
  after?: Step,
): Element[] {
  const step = (rel: 'prev' | 'next', to?: Step) =>
    to
      ? [
          h(
            'a.step',
            { href: boardHref('calendar', to.name), rel },
            rel === 'prev' ? `← ${to.words}` : `${to.words} →`,
          ),
        ]
      : []
  return [
    h('div.period', [
      h('h2', heading),
      h('nav', { ariaLabel: 'Time' }, [...step('prev', before), ...step('next', after)]),
      h(
        'nav.looks',
        { ariaLabel: 'Looks' },
        h(
          'ul',
          looks.map(({ name, words }) =>
            h(
              'li',
              h(
                'a',
                { href: boardHref('calendar', name), ariaCurrent: name === look ? 'true' : undefined },
                words,
              ),
            ),
          ),
        ),
      ),
    ]),
  ]
}
