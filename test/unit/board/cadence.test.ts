import { toHtml } from 'hast-util-to-html'
import { describe, expect, it } from 'vitest'
import type { BoardData } from '../../../src/board/board-data.ts'
import {
  burstWords,
  filledWords,
  keptWords,
  lastWords,
  promiseWords,
  silenceWords,
} from '../../../src/board/cadence/cadence-words.ts'
import { type Stream, streamsOf, streamWindow } from '../../../src/board/cadence/streams.ts'
import { strip } from '../../../src/board/cadence/strip.ts'
import { renderPage } from '../../../src/board/render-page.ts'
import { cadence } from '../../../src/board/views/cadence.ts'
import { plan, readyPost } from '../calendar/corner-shop.ts'
import { boardDataOf, handoverAt } from './board-world.ts'

const now = '2026-11-22 09:00'
const files = {
  // The ninety days begin on Tuesday 25 August. Tuesdays until 17 November: 13; ahead 24 November, 1 8 15 22 December.
  'content/plan.yaml': plan.replace(
    '  phone:',
    '  letter: { network: newsletter, times: [thu 15:00] }\n  phone:',
  ),
  'content/posts/first.mdx': readyPost('First', '2026-09-01', 'planned: 2026-08-31'),
  'content/posts/second.mdx': readyPost('Second', '2026-09-15', 'planned: 2026-09-12'),
  'content/posts/third.mdx': readyPost(
    'Third',
    '2026-11-17',
    'snippets:',
    '  linkedin:',
    '    - { at: 2026-11-17 10:00, text: On its day }',
    '    - { at: 2026-11-24 10:00, text: Ahead }',
    '  letter: By hand',
  ),
  'content/posts/ahead.mdx': readyPost('Ahead', '2026-12-01'),
}
const words = (stream: Stream | undefined) =>
  stream &&
  [keptWords, filledWords, silenceWords, lastWords, burstWords, promiseWords].map((say) => say(stream))
const streamOf = (name: string, data: BoardData = boardDataOf(files, now)) =>
  streamsOf(data).find((stream) => stream.name === name)

describe('cadence', () => {
  it('is told of posts', () => {
    // 15 September to 17 November: 15 + 31 + 17 days.
    expect(words(streamOf('posts'))).toEqual([
      '3 of 13',
      '1 of 5',
      '63 days, 15 Sep to 17 Nov',
      '5 days ago',
      'none',
      '1 of 2',
    ])
  })

  it('is told of each channel with times or snippets', () => {
    // Tuesdays and Thursdays, the last on 19 November; the blackout of 24 to 26 December is later than 30 days.
    expect(streamsOf(boardDataOf(files, now)).map(({ name }) => name)).toEqual([
      'posts',
      'linkedin',
      'letter',
    ])
    expect(words(streamOf('linkedin'))).toEqual([
      '1 of 26',
      '1 of 9',
      'none between two',
      '5 days ago',
      'none',
      'not known',
    ])
    // The letter's first Thursday after the post.
    expect(words(streamOf('letter'))?.slice(0, 4)).toEqual([
      '1 of 13',
      '0 of 4',
      'none between two',
      '3 days ago',
    ])
  })

  it('holds snippets that were never handed over against a channel, once there are exports', () => {
    const known = boardDataOf(files, now, { handovers: [handoverAt('2026-11-01T00:00:00Z')] })
    expect(words(streamOf('linkedin', known))).toEqual([
      '0 of 26',
      '1 of 9',
      'none between two',
      'never',
      'none',
      '0 of 1',
    ])
    expect(words(streamOf('letter', known))?.at(-1)).toBe('not known')
  })

  it.each([
    // Promised for 8 September, live on the 15th; the other two still as planned.
    ['the day that was promised first', '2026-09-08', '1 of 2'],
    ['rather than the planned one', '2026-09-14', '2 of 2'],
  ])('goes by %s', (_, promised, expected) => {
    const data = {
      ...boardDataOf(files, now),
      promisedOn: (file: string) => (file.includes('second') ? promised : undefined),
    }
    expect(words(streamOf('posts', data))?.at(-1)).toBe(expected)
  })

  it('leaves the bracket of a silence open where that began before the window', () => {
    const early = { ...files, 'content/posts/early.mdx': readyPost('Early', '2026-03-03') }
    const posts = streamOf('posts', boardDataOf(early, now)) as Stream
    expect(posts.cadence.longestSilence).toEqual({ days: 182, from: '2026-03-03', to: '2026-09-01' })
    const hooks = (stream: Stream) =>
      toHtml(strip('', stream, streamWindow('2026-11-22'), '2026-11-22')).match(
        /<line class="silence"[^>]*>/g,
      )
    expect(hooks(posts)).toHaveLength(2)
    expect(hooks(posts)?.[0]).toContain('x1="0"')
    expect(hooks(streamOf('posts') as Stream)).toHaveLength(3)
  })

  it('is a page, whatever is there', () => {
    for (const data of [
      boardDataOf(files, now),
      boardDataOf({ 'content/plan.yaml': plan.replace('rhythm: [tue 09:00]', 'rhythm: []') }, now),
    ])
      expect(renderPage({ view: cadence, content: cadence.render(data) }, data)).not.toMatch(
        /NaN|undefined|Infinity/,
      )
  })
})
