import type { ElementContent } from 'hast'
import { h } from 'hastscript'
import { figure as chartWithTable } from '../../board/charts/figure.ts'
import type { Audit } from '../audit.ts'
import { askingWords, count, figure, lengthWords, sellingWords } from '../audit-words.ts'
import { isEnglish } from '../audited-post.ts'
import { sells } from '../selling.ts'
import { columnChart } from './columns.ts'
import { miniBar, shareBar } from './share-bar.ts'

const mostTopics = 12
/** Columns of the score of promotion, each this wide. */
const scoreStep = 0.05

/** What the blog is made of, as far as its files say. */
export function renderMix(audit: Audit): ElementContent[] {
  const { mix, isAlone } = audit
  if (isAlone) return []
  const shares = (list: readonly { words: string; posts: number }[], kinds: readonly string[]) =>
    shareBar(list.map((each, index) => ({ ...each, kind: kinds[index] ?? 'unknown' })))
  return [
    h('h2#mix', 'What the blog is made of'),
    h('div.panels', [
      h('section', [
        h('h3', 'Helping and selling'),
        ...shares(sellingWords(mix), ['helps', 'leans', 'much', 'unknown']),
        ...renderScores(audit),
      ]),
      h('section', [
        h('h3', 'What titles do'),
        ...shares(askingWords(mix), ['helps', 'leans', 'much', 'unknown']),
      ]),
      h('section', [h('h3', 'Length'), h('p', lengthWords(mix)), ...renderLengths(audit)]),
      h('section', [h('h3', 'Topics'), ...renderTopics(audit)]),
    ]),
  ]
}

function renderScores({ posts }: Audit): ElementContent[] {
  const scored = posts.filter(isEnglish)
  if (scored.length < 5) return []
  const number = Math.round(1 / scoreStep)
  const limit = Math.round(sells / scoreStep)
  const bins = Array.from({ length: number }, () => 0)
  for (const { promotion } of scored) {
    const bin = Math.min(number - 1, Math.floor(promotion / scoreStep + 1e-9))
    bins[bin] = (bins[bin] ?? 0) + 1
  }
  const columns = bins.map((posts, index) => ({
    counts: index >= limit ? { much: posts } : { helps: posts },
    tick: index === 0 ? '0' : index === limit ? String(sells) : index === number - 1 ? '1' : '',
  }))
  const over = scored.filter(({ promotion }) => promotion >= sells).length
  const label = `How much each text sells, from 0 to 1: ${figure(over)} of ${count(scored.length, 'text')} at ${sells} and more, which reads as an advertisement.`
  return [
    chartWithTable(
      [
        h('figcaption', 'How much each text sells, from 0 to 1, by its wording.'),
        columnChart(columns, {
          kinds: ['helps', 'much'],
          label,
          mark: { column: limit, words: 'reads as an advertisement' },
        }),
      ],
      {
        caption: 'Texts by score of promotion',
        head: ['score', 'texts'],
        rows: bins.map((posts, index) => [
          `${(index * scoreStep).toFixed(2)} to ${((index + 1) * scoreStep).toFixed(2)}`,
          posts,
        ]),
      },
    ),
  ]
}

function renderLengths({ mix: { lengths } }: Audit): ElementContent[] {
  const name = ({ from, below }: (typeof lengths)[number]) =>
    below === undefined ? `${figure(from)} and more` : `${figure(from)} to ${figure(below - 1)}`
  const columns = lengths.map(({ from, posts }) => ({
    counts: { helps: posts },
    tick: from === 0 ? '0' : figure(from),
    top: posts > 0 ? figure(posts) : '',
  }))
  const label = `Posts by their words: ${lengths.map((each) => `${name(each)}: ${figure(each.posts)}`).join('; ')}.`
  return [
    chartWithTable(
      [
        h('figcaption', 'Posts by their words, from each number on.'),
        columnChart(columns, { kinds: ['helps'], label }),
      ],
      {
        caption: 'Posts by length',
        head: ['words', 'posts'],
        rows: lengths.map((each) => [name(each), each.posts]),
      },
    ),
  ]
}

function renderTopics({ mix: { topics, untagged } }: Audit): ElementContent[] {
  const first = topics.slice(0, mostTopics)
  const most = first[0]?.posts ?? 0
  const rest = topics.length - first.length
  return [
    ...(first.length === 0
      ? []
      : [
          h(
            'ul.bars',
            first.map(({ name, posts }) =>
              h('li', [
                h('span', h('bdi', name)),
                miniBar(posts, most, 'helps'),
                h('span.number', figure(posts)),
              ]),
            ),
          ),
        ]),
    ...(rest > 0 ? [h('p.quiet', `and ${figure(rest)} more`)] : []),
    ...(untagged > 0 || first.length === 0
      ? [
          h(
            'p',
            `${untagged === 1 ? '1 post has' : `${figure(untagged)} posts have`} neither tag nor category.`,
          ),
        ]
      : []),
  ]
}
