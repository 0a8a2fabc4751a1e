import type { ElementContent } from 'hast'
import { h } from 'hastscript'
import { outcomes } from '../../inbox/ideas.ts'
import { outcomeWords } from '../../inbox/outcome-words.ts'
import type { BoardData } from '../board-data.ts'
import { knownIdeas } from '../ideas/known-ideas.ts'
import { renderIdea } from '../ideas/render-idea.ts'
import { renderInboxFaults } from '../ideas/render-inbox-faults.ts'
import type { BoardView } from '../view.ts'
import { count } from '../words.ts'

/** As many as one can choose from. */
const mostIdeas = 40

export const ideas: BoardView = {
  id: 'ideas',
  title: 'Ideas',
  intro: 'What to write, update, merge or answer next, and why.',
  render,
}

function render(data: BoardData): ElementContent[] {
  const all = knownIdeas(data)
  if (all.length === 0)
    return [
      ...renderInboxFaults(data),
      h('p.empty', [
        'Nothing was heard that asks for something. Note what people ask: ',
        h('code', 'npm run coldread -- heard "…" --on phone'),
        ', or bring in what a search console exports: ',
        h('code', 'npm run coldread -- import FILE'),
        '.',
      ]),
    ]
  const numbers = outcomes.flatMap((outcome) => {
    const number = all.filter((idea) => idea.outcome === outcome).length
    return number === 0 ? [] : [`${number} to ${outcomeWords[outcome]}`]
  })
  return [
    ...renderInboxFaults(data),
    h('p.sum', `${count(all.length, 'idea')}: ${numbers.join(', ')}.`),
    h(
      'ol.ideas',
      all.slice(0, mostIdeas).map((idea) => renderIdea(idea, data)),
    ),
    ...(all.length > mostIdeas
      ? [
          h('p.quiet', [
            `and ${all.length - mostIdeas} more: `,
            h('code', `npm run ideas -- --top ${all.length}`),
          ]),
        ]
      : []),
  ]
}
