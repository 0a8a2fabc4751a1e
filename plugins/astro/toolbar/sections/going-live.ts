import type { Element } from 'hast'
import { h } from 'hastscript'
import { prose } from '../../../../src/board/parts/prose.ts'
import { count, stateWords } from '../../../../src/board/words.ts'
import { dayIn } from '../../../../src/calendar/time.ts'
import { dayWords, shortTime } from '../../../../src/snippets/agenda/day-words.ts'
import type { Panel } from '../panel.ts'
import { section } from '../section.ts'

/** How far a post is, its dates, whose it is, and what it needs to go live. */
export function goingLiveSection({ post, zone, owner, needs }: Panel): Element {
  const { state, publish, planned, updated, reviewBy } = post
  const facts: [string, string | undefined][] = [
    ['Status', stateWords[state]],
    [
      state === 'live' ? 'Live since' : 'Goes live',
      publish && `${shortTime(publish, zone)}, ${dayIn(publish, zone).slice(0, 4)}`,
    ],
    ['Planned', planned && fullDay(planned)],
    ['Updated', updated && fullDay(updated.on)],
    ['Look again', reviewBy && fullDay(reviewBy)],
    ['Owner', owner],
  ]
  const isDated = state === 'live' || state === 'scheduled'
  const main = [
    stateWords[state],
    ...(publish && isDated ? [shortTime(publish, zone)] : []),
    ...(needs.length > 0 ? [`needs ${count(needs.length, 'thing')}`] : []),
  ].join(', ')
  return section({ id: 'going-live', title: 'Going live', main, isOpen: true }, [
    ...(needs.length > 0 ? [h('ul', needs.map(need))] : []),
    h(
      'dl',
      facts.flatMap(([name, value]) => (value ? [h('div', [h('dt', name), h('dd', value)])] : [])),
    ),
  ])
}

function need({ field, mend, paste }: Panel['needs'][number]): Element {
  return h('li', [h('code', field), ': ', ...prose(mend), ...(paste === undefined ? [] : [h('pre', paste)])])
}

/** `Tuesday 8 December 2026` of `2026-12-08`. */
function fullDay(day: string): string {
  return `${dayWords(day)} ${day.slice(0, 4)}`
}
