import type { Element } from 'hast'
import { h } from 'hastscript'
import { postAnchor } from '../anchors.ts'
import type { BoardData } from '../board-data.ts'
import { purposeMark, stateMark } from '../parts/mark.ts'
import { ownerName, postLinks, postTitle } from '../parts/post-links.ts'
import { prose } from '../parts/prose.ts'
import { goalWords, stateWords } from '../words.ts'
import type { PipelineCard } from './pipeline-cards.ts'

/** A post on its way: who has it, how long it rests, and what it needs to move on. */
export function renderCard({ post, age, isOld, due, isLate, needs }: PipelineCard, data: BoardData): Element {
  const { slug, goal, purpose, state, owner } = post
  return h(
    'li.card',
    { id: postAnchor(slug), className: [goal], dataKind: 'post', dataId: slug, dataFile: post.file },
    [
      h('h3', postTitle(post, data)),
      h('p.card-facts', [
        stateMark(state),
        ` ${stateWords[state]}, ${goalWords[goal]}, `,
        ...(purpose ? [purposeMark(purpose), ` ${purpose}`] : ['no purpose yet']),
      ]),
      h('p.card-facts', [
        ownerName(owner, data),
        ...(due === undefined ? [] : [', ', h('span', { className: isLate ? ['warn'] : [] }, due)]),
        ...(age === undefined ? [] : [', ', h('span', { className: isOld ? ['warn'] : [] }, age)]),
      ]),
      ...(needs.length === 0
        ? []
        : [
            h('ul.needs', { ariaLabel: 'Needs' }, [
              ...needs.map(({ field, mend }) => h('li', [h('code', field), ' ', ...prose(mend)])),
            ]),
          ]),
      postLinks(post, data),
    ],
  )
}
