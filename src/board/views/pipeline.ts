import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'
import type { BoardData } from '../board-data.ts'
import { postLinks, postTitle } from '../parts/post-links.ts'
import { prose } from '../parts/prose.ts'
import { overdueReviews, stalePosts } from '../pipeline/overdue-reviews.ts'
import { cardsOf, pipelineColumns } from '../pipeline/pipeline-cards.ts'
import { renderCard } from '../pipeline/render-card.ts'
import type { BoardView } from '../view.ts'
import { count } from '../words.ts'

/** Of live posts only the newest are shown: the rest needs nothing. */
const newestLive = 5

export const pipeline: BoardView = {
  id: 'pipeline',
  title: 'Pipeline',
  intro: 'How far each post is, and what it needs to move on.',
  render: (data) => [
    h(
      'div.columns',
      pipelineColumns.map((column) => renderColumn(column, data)),
    ),
    ...(data.calendar.posts.some(({ file }) => data.changedOn(file) !== undefined)
      ? [
          h(
            'p.quiet',
            'How long a post rests is counted from its last commit, or from its file where that is newer.',
          ),
        ]
      : [
          h(
            'p.quiet',
            'How long posts rest is not known: that takes a folder with its whole history in git.',
          ),
        ]),
    ...renderOverdue(data),
    ...renderStale(data),
  ],
}

function renderColumn({ title, states }: (typeof pipelineColumns)[number], data: BoardData): Element {
  const cards = cardsOf(states, data)
  const shown = title === 'Live' ? cards.slice(0, newestLive) : cards
  const rest = cards.length - shown.length
  return h('section.column', [
    h('h2', [title, ' ', h('span.quiet', String(cards.length))]),
    ...(shown.length > 0
      ? [
          h(
            'ul',
            shown.map((card) => renderCard(card, data)),
          ),
        ]
      : [h('p.empty', 'None.')]),
    ...(rest > 0 ? [h('p.quiet', `and ${count(rest, 'older post')}`)] : []),
  ])
}

function renderOverdue(data: BoardData): ElementContent[] {
  const overdue = overdueReviews(data)
  return [
    h('h2', 'Reviews that are due'),
    ...(overdue.length === 0
      ? [h('p.empty', 'None: every live post was looked at within its time.')]
      : [
          h('table', [
            h(
              'thead',
              h(
                'tr',
                ['Post', 'Due on', 'Days ago'].map((words) => h('th', { scope: 'col' }, words)),
              ),
            ),
            h(
              'tbody',
              overdue.map(({ post, days }) =>
                h('tr', [
                  h('td', [postTitle(post, data), ' ', postLinks(post, data)]),
                  h('td', post.reviewBy ?? ''),
                  h('td.number-cell', String(days)),
                ]),
              ),
            ),
          ]),
          h('p.quiet', [
            'Look at the post, then say so in its entry: ',
            h('code', `updated: { on: ${data.today}, note: … }`),
            ', and ',
            h('code', 'reviewBy'),
            ' for the next time.',
          ]),
        ]),
  ]
}

function renderStale(data: BoardData): ElementContent[] {
  const stale = stalePosts(data)
  if (stale.length === 0) return [h('h2', 'Posts that show their age'), h('p.empty', 'None.')]
  return [
    h('h2', 'Posts that show their age'),
    h(
      'ul.plain',
      stale.map(({ post, message }) =>
        h('li', [postTitle(post, data), ' ', postLinks(post, data), h('p.quiet', prose(message))]),
      ),
    ),
  ]
}
