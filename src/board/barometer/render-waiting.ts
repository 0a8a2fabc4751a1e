import type { ElementContent } from 'hast'
import { h } from 'hastscript'
import { answersOf, durationText } from '../../inbox/answers.ts'
import type { BoardData } from '../board-data.ts'
import { tableOf } from '../charts/figure.ts'

/** The most questions that are listed. */
const most = 15

/** How soon people get answers, and who still waits. */
export function renderWaiting({ inbox }: BoardData): ElementContent[] {
  const { median, answered, open, places } = answersOf(inbox)
  if (answered + open.length === 0) return []
  return [
    h('h2#answers', 'Answers'),
    h(
      'p',
      median === undefined
        ? 'Nothing was answered yet.'
        : `Half of the answers came within ${durationText(median)}.`,
    ),
    tableOf({
      caption: 'How soon people get answers',
      head: ['Where', 'Answered', 'Half within', 'Waiting'],
      rows: places.map((each) => [
        each.on,
        each.answered,
        each.median === undefined ? '–' : durationText(each.median),
        each.open.length,
      ]),
    }),
    ...(open.length === 0
      ? []
      : [
          h('h3.waiting', 'Waiting, longest first'),
          h(
            'ul.heard',
            open
              .slice(0, most)
              .map(({ id, text, on, day }) =>
                h('li', [text, ' ', h('span.quiet', [`${on}, ${day}, `, h('code', id)])]),
              ),
          ),
          ...(open.length > most ? [h('p.quiet', `and ${open.length - most} more`)] : []),
          h('p.quiet', ['When one is answered: ', h('code', 'npm run coldread -- answered ID --with POST')]),
        ]),
  ]
}
