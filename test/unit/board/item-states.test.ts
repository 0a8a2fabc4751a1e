import { expect, it } from 'vitest'
import { boardPages } from '../../../src/board/board-pages.ts'
import { itemStates } from '../../../src/board/item-states.ts'
import { readyPost } from '../calendar/corner-shop.ts'
import { boardDataOf, handoverAt } from './board-world.ts'

// Sunday 22 November, with a snippet of LinkedIn's Thursday slot and one of this morning.
const files = {
  'content/posts/a.mdx': readyPost(
    'A',
    '2026-11-17',
    'snippets:',
    '  linkedin:',
    '    - { kind: tip, at: 2026-11-19 10:00, text: Of Thursday }',
    '    - { kind: tip, at: 2026-11-22 08:00, text: Of today }',
  ),
}
const note = 'Of 2 snippets the time has passed, and nothing says whether they went out'
const handovers = [handoverAt('2026-11-01T00:00:00Z')]

it.each([
  ['before the first export', {}, 'over', { slot: 'kept', counts: true }],
  ['since the first export', { handovers }, 'missed', { slot: 'missed', counts: false }],
] as const)(
  'a snippet whose time has passed is called the same on every page: %s',
  (_, more, state, { slot, counts }) => {
    const pages = boardPages(boardDataOf(files, undefined, more))
    const html = (name: string) => pages.get(`${name}.html`)?.() ?? ''
    const { words } = itemStates[state]
    expect(html('calendar/index')).toContain(`(tip, ${words}, for strangers, awareness)`)
    expect(html('calendar/list')).toContain(`</svg> ${words}</td>`)
    expect(html('queue/index')).toMatch(
      new RegExp(`data-id="a/linkedin/2/1".*?class="item-state"><span[^>]*>${words}<`),
    )
    expect(html('cadence/index')).toContain(`<th scope="row">Thu 19 Nov 10:00</th><td>${slot}</td>`)
    expect(html('cadence/index').includes(note)).toBe(counts)
    expect(html('mix/index').includes(note)).toBe(counts)
    expect(html('mix/index').includes('2 snippets were missed')).toBe(!counts)
  },
)
