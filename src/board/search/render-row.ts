import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'
import { postAnchor } from '../anchors.ts'
import type { BoardData } from '../board-data.ts'
import { tableOf } from '../charts/figure.ts'
import { numberWords } from '../charts/number-words.ts'
import { prose } from '../parts/prose.ts'
import { boardHref } from '../view.ts'
import { count, stateWords } from '../words.ts'
import type { AnswerPlace } from './answer-place.ts'
import type { Counted, PostFigures } from './figures.ts'
import type { QueryRow } from './query-rows.ts'
import { renderResult } from './render-result.ts'
import { resultPreview } from './result-preview.ts'

/** Searches of a post that are shown. */
const mostSearches = 5

/** A query: its post as a search result, where its answer stands, and what is in its way. */
export function renderRow(row: QueryRow, data: BoardData): Element {
  const { post, answer, clashes, isOrphan, findings, figures } = row
  const { hrefs } = data
  const page = hrefs.page(post)
  const aka = post.aka.length > 0 ? ` Also: ${post.aka.join(', ')}.` : ''
  return h('section.query', { id: postAnchor(post.slug) }, [
    h('h3', { lang: post.lang }, post.query),
    h('p.quiet', [
      `${stateWords[post.state]}.${aka} `,
      h('span.links', [
        ...(page === undefined ? [] : [h('a', { href: page }, 'page')]),
        h('a', { href: hrefs.file(post.file) }, 'file'),
        h('a', { href: boardHref('pipeline', 'index', postAnchor(post.slug)) }, 'pipeline'),
      ]),
    ]),
    renderResult(resultPreview(post, data), post),
    h('ul.facts', [
      h('li', answerWords(answer)),
      ...clashes.map((other) =>
        h('li', [
          h('strong.warn', 'Clash: '),
          h('a', { href: hrefs.file(other.file) }, other.title),
          ` (${stateWords[other.state]}) answers the same search; merge them, or narrow one.`,
        ]),
      ),
      ...(isOrphan
        ? [h('li', [h('strong.warn', 'Orphan: '), 'no post that readers can see leads here.'])]
        : []),
      ...findings.map(({ file, line, column, message, isKnown }) =>
        h('li', [
          h('a', { href: hrefs.file(file, line, column) }, `Line ${line}`),
          ': ',
          ...prose(message),
          isKnown ? ' (in the baseline)' : '',
        ]),
      ),
      ...(figures?.page ? [h('li', figureWords(figures.page))] : []),
    ]),
    ...renderSearches(figures, post.query),
  ])
}

/** Where the answer stands, in words. */
export function answerWords({ where, before, said, of, text }: AnswerPlace): string {
  const share = of === 0 ? '' : ` It says ${said} of the ${count(of, 'telling word')} of the search.`
  if (where === 'top') return `The answer stands first on the page.${share}`
  if (where === 'nowhere')
    return 'No answer: no sentence says half of the words of the search. Write the answer into the entry, and it stands first on the page.'
  const place =
    before === 0 ? 'The first sentence answers' : `The answer comes after ${count(before, 'word')}`
  return `${place}: “${shortened(text)}”${share} Write it into the entry, and it stands first on the page.`
}

function shortened(text: string): string {
  return text.length <= 120 ? text : `${text.slice(0, 120).replace(/\s+\S*$/, '')} …`
}

/** `12 clicks, shown 300 times, at place 8.4 on average; before, …` */
function figureWords({ figures, day, before }: Counted): string {
  const words = ({ clicks, impressions, position }: Counted['figures']) =>
    `${numberWords(clicks)} ${clicks === 1 ? 'click' : 'clicks'}, shown ${numberWords(impressions)} ${impressions === 1 ? 'time' : 'times'}, at place ${numberWords(position)} on average`
  return `The page: ${words(figures)} (export of ${day})${before ? `. Before: ${words(before.figures)} (${before.day})` : ''}.`
}

function renderSearches(figures: PostFigures | undefined, query: string): ElementContent[] {
  if (!figures || figures.searches.length === 0) return []
  return [
    tableOf({
      caption: `Searches that led to the post for “${query}”`,
      isWordy: true,
      head: ['search', 'clicks', 'shown', 'place', 'place before'],
      rows: figures.searches
        .slice(0, mostSearches)
        .map(({ text, figures: { clicks, impressions, position }, before }) => [
          text,
          clicks,
          impressions,
          position,
          before ? numberWords(before.figures.position) : '–',
        ]),
    }),
  ]
}
