import type { Element, ElementContent } from 'hast'
import { h, s } from 'hastscript'
import type { Idea, ScorePart } from '../../inbox/ideas.ts'
import { outcomeWords } from '../../inbox/outcome-words.ts'
import { ideaAnchor } from '../anchors.ts'
import type { BoardData } from '../board-data.ts'
import { place } from '../charts/place.ts'
import { prose } from '../parts/prose.ts'
import { count } from '../words.ts'

/** The most entries of an idea that are shown. */
const mostEntries = 12

/** One idea: what to do, why, and what its score is made of. */
export function renderIdea(idea: Idea, data: BoardData): Element {
  const { id, outcome, title, score, parts, why, act, command, entries } = idea
  return h('li.idea', { id: ideaAnchor(id), className: [`outcome-${outcome}`] }, [
    h('div.idea-head', [
      h('span.outcome', outcomeWords[outcome]),
      h('h2', title),
      h('span.score', [String(score), h('span.quiet', ' of 100')]),
    ]),
    partsBar(parts),
    h('p', [...prose(why), ' ', ...prose(act)]),
    ...(command ? [h('pre.command', { tabIndex: 0 }, h('code', command))] : []),
    h('details', [
      h('summary', `Why ${score} points, and where it was heard (${count(entries.length, 'time')})`),
      h(
        'dl.parts',
        parts.flatMap(({ name, points, most, why }) => [
          h('dt', [name, ' ', h('span.quiet', `${points} of ${most}`)]),
          h('dd', prose(why)),
        ]),
      ),
      ...matchesOf(idea, data),
      h(
        'ul.heard',
        entries
          .slice(0, mostEntries)
          .map((entry) =>
            h('li', [
              entry.url === undefined
                ? entry.text
                : h('a', { href: entry.url, rel: 'noreferrer nofollow' }, entry.text),
              ' ',
              h('span.quiet', [
                `${entry.on}, ${entry.day}`,
                entry.figures
                  ? `, shown ${entry.figures.impressions.toLocaleString('en')} times at place ${entry.figures.position.toFixed(1)}`
                  : '',
                entry.answer ? `, answered on ${entry.answer.day}` : '',
              ]),
            ]),
          ),
      ),
      ...(entries.length > mostEntries
        ? [h('p.quiet', `and ${count(entries.length - mostEntries, 'more')}`)]
        : []),
    ]),
  ])
}

/** A bar that is as long as the score, parted as it is; the numbers stand below it. */
function partsBar(parts: readonly ScorePart[]): Element {
  let at = 0
  return h('div.score-bar', [
    s('svg', { width: '100%', height: 8, ariaHidden: 'true' }, [
      s('rect.track', { width: '100%', height: 8 }),
      ...parts.map(({ name, points }) => {
        const from = at
        at += points
        return s('rect', { className: [`part-${name}`], x: place(from), width: place(points), height: 8 })
      }),
    ]),
    h(
      'p.quiet',
      parts.map(({ name, points }) => h('span', { className: [`key-${name}`] }, `${name} ${points}`)),
    ),
  ])
}

function matchesOf({ matches }: Idea, { calendar, hrefs }: BoardData): ElementContent[] {
  if (matches.length === 0) return []
  return [
    h('p', [
      'Closest: ',
      ...matches.flatMap(({ slug, title, file, fit, closest }, index) => {
        const post = calendar.posts.find((each) => each.slug === slug)
        return [
          index === 0 ? '' : ', ',
          h('a', { href: (post && hrefs.page(post)) ?? hrefs.file(file) }, title),
          h('span.quiet', ` ${Math.round(fit * 100)} % by “${closest}”`),
        ]
      }),
    ]),
  ]
}
