import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'
import { type Barometer, barometerOf, enoughHeard, type Trend } from '../../inbox/barometer.ts'
import { ideaAnchor } from '../anchors.ts'
import { renderWaiting } from '../barometer/render-waiting.ts'
import { renderWeeks } from '../barometer/render-weeks.ts'
import type { BoardData } from '../board-data.ts'
import { tableOf } from '../charts/figure.ts'
import { knownIdeas } from '../ideas/known-ideas.ts'
import { renderInboxFaults } from '../ideas/render-inbox-faults.ts'
import { type BoardView, boardHref } from '../view.ts'
import { count } from '../words.ts'

export const barometer: BoardView = {
  id: 'barometer',
  title: 'Barometer',
  intro: 'What people ask, where, and how often.',
  render,
}

function render(data: BoardData): ElementContent[] {
  if (data.inbox.entries.length === 0)
    return [
      ...renderInboxFaults(data),
      h('p.empty', [
        'Nothing was heard yet. Note what people ask: ',
        h('code', 'npm run coldread -- heard "…" --on phone'),
      ]),
    ]
  const read = barometerOf(data.inbox, data.calendar)
  const { total, places } = read
  return [
    ...renderInboxFaults(data),
    h(
      'p.sum',
      `${count(total.now, 'thing was', 'things were')} heard in the last 30 days, ${total.before} in the 30 before.`,
    ),
    renderWeeks(read),
    ...(places.length === 0
      ? []
      : [
          h('h2#places', 'Where'),
          tableOf({
            caption: 'Where it was heard',
            head: ['Where', 'Last 30 days', '30 before'],
            rows: places.map(({ on, now, before }) => [on, now, before]),
          }),
        ]),
    ...renderWaiting(data),
    ...renderAsked(read, data),
    h('h2#words', 'Words that rise and fall'),
    ...(read.rising.length + read.falling.length === 0
      ? [
          h(
            'p.empty',
            Math.min(total.now, total.before) < enoughHeard
              ? 'Too little was heard to compare.'
              : 'No word was said clearly more or less often than before.',
          ),
        ]
      : [h('div.trends', [trends('Rising', read.rising, read), trends('Falling', read.falling, read)])]),
    ...(read.searches.length === 0
      ? []
      : [
          h('h2#searches', 'Searches that rise and fall'),
          tableOf({
            caption: 'Impressions in the newest export, and in the one before',
            head: ['Search', 'Now', 'Before'],
            rows: read.searches.map(({ text, now, before }) => [text, now, before]),
          }),
          h('p.quiet', 'Two exports compare as far as they span as many days.'),
        ]),
  ]
}

function renderAsked({ asked }: Barometer, data: BoardData): ElementContent[] {
  if (asked.length === 0) return []
  const ideas = new Set(knownIdeas(data).map(({ id }) => id))
  return [
    h('h2#asked', 'What is asked most'),
    tableOf({
      caption: 'What people ask us, and search for',
      head: ['Question', 'Asked', 'Shown in searches'],
      rows: asked.map(({ id, title, said, impressions, places }) => [
        [
          ideas.has(id)
            ? h('a', { href: boardHref('ideas', 'index', ideaAnchor(id)) }, title)
            : h('span', title),
          h('span.places', places.join(', ')),
        ],
        said,
        impressions,
      ]),
    }),
  ]
}

function trends(title: string, words: readonly Trend[], { total }: Barometer): Element {
  return h('section', [
    h('h3', title),
    words.length === 0
      ? h('p.empty', 'None.')
      : h(
          'ul',
          words.map(({ text, now, before }) =>
            h('li', [
              h('strong', text),
              ' ',
              h('span.quiet', `in ${now} of ${total.now}, before in ${before} of ${total.before}`),
            ]),
          ),
        ),
  ])
}
