import type { ElementContent } from 'hast'
import { h } from 'hastscript'
import type { Audit } from '../audit.ts'
import { whenWords } from '../audit-words.ts'
import { mostPoints, type Part } from '../worth-mending.ts'
import { miniBar } from './share-bar.ts'
import { marked, placeOf, titleOf, withFiles } from './words.ts'

const first = 10
const widest = Math.max(...Object.values(mostPoints))

/** The posts that are most worth mending: each with its score, and what it is made of. */
export function renderMend({ mend, posts, isAlone }: Audit): ElementContent[] {
  if (mend.length === 0)
    return [h('p.well', posts.length === 1 ? 'Nothing to mend.' : 'Nothing to mend in any post.')]
  const worst = mend.slice(0, first)
  const title = isAlone
    ? 'What to mend'
    : worst.length === 1
      ? 'Mend this first'
      : `Mend these ${worst.length} first`
  return [
    h('h2#mend', title),
    h(
      'p.quiet',
      'Points of 100, by how much a stranger stumbles, and how likely one comes. The bars show what a post gets them for.',
    ),
    h(
      'ol.mend',
      worst.map(({ post, score, parts }) =>
        h('li', [
          h('p.score', [h('strong', String(score)), h('span.sr', ' points')]),
          h('div', [
            h('h3', titleOf(post)),
            h('p.quiet', [
              placeOf(post.file, parts.find(({ at }) => at)?.at),
              ` ${whenWords(post.updated ?? post.published)}`,
            ]),
            h('ul.parts', parts.map(renderPart)),
          ]),
        ]),
      ),
    ),
  ]
}

function renderPart({ what, points, words }: Part): ElementContent {
  return h('li', [
    miniBar(points, widest, what, true),
    h('span', what === 'shared' ? withFiles(words) : marked(words)),
    h('span.sr', `, ${points} points`),
  ])
}
