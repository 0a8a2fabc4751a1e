import { describe, expect, it } from 'vitest'
import { boardPages } from '../../../src/board/board-pages.ts'
import { channelQueues } from '../../../src/board/queue/channel-queues.ts'
import { countItem } from '../../../src/board/queue/count-item.ts'
import { plan, readyPost } from '../calendar/corner-shop.ts'
import { boardDataOf } from './board-world.ts'

const wide = plan.replace(
  '  phone:',
  '  toots: { network: mastodon, account: "@shop@social.example" }\n  off: { network: facebook, dimmers: { link: off, tip: off } }\n  pictures: { network: instagram }\n  phone:',
)
const files = {
  'content/plan.yaml': wide,
  'content/posts/a.mdx': readyPost(
    'How <often>?',
    '2026-11-24',
    'description: What <stays> readable.',
    'snippets:',
    '  linkedin: Twice a week.',
    '  toots:',
    '    - { kind: tip, at: 2026-11-22 08:00, text: Before now }',
    '    - { kind: tip, at: 2026-12-05 23:59, parts: ["First #one", Second] }',
    '    - { kind: tip, at: 2026-12-06 00:00, text: A day too late }',
    '  pictures:',
    '    - { kind: tip, at: 2026-12-01 09:00, text: "See https://notes.example/a", firstComment: And <this> }',
  ),
  'content/activities/2026-12.yaml': '- { title: Sort the shelf, at: 2026-12-01 }\n',
}
const data = boardDataOf(files)

describe('the queues of channels', () => {
  const queues = channelQueues(data)
  it('come in the order of the plan, then work without a channel', () => {
    expect(queues.map(({ channel, network }) => [channel, network])).toEqual([
      ['linkedin', 'LinkedIn'],
      ['toots', 'Mastodon'],
      ['off', 'Facebook'],
      ['pictures', 'Instagram'],
      ['phone', 'Phone'],
      [undefined, 'No channel'],
    ])
  })

  it('hold fourteen days, today and the last one whole', () => {
    expect(queues.map(({ items }) => items.map(({ parts }) => parts[0]))).toEqual([
      ['Twice a week.'],
      ['Before now', 'First #one'],
      [],
      ['See https://notes.example/a'],
      [],
      ['Sort the shelf'],
    ])
  })

  it('say which times are empty, and what is off by choice', () => {
    // Tuesdays and Thursdays at ten; the post of the 24th takes the first after its page can be there.
    expect(queues[0]?.empty).toMatchObject([
      { day: '2026-11-26', time: '10:00' },
      { day: '2026-12-01', time: '10:00' },
      { day: '2026-12-03', time: '10:00' },
    ])
    expect(queues.map(({ isOff }) => isOff)).toEqual([false, false, true, false, false, false])
  })
})

it('counts every text of a thread as its network does, by the channel’s own limit where it has one', () => {
  const thread = data.queue.items.find(({ parts }) => parts.length > 1)
  if (!thread) throw new Error('no thread')
  expect(countItem(thread, data.calendar.plan)).toEqual([
    { count: 10, limit: 500, unit: 'characters' },
    { count: 6, limit: 500, unit: 'characters' },
  ])
  const { toots, ...others } = data.calendar.plan.channels
  if (!toots) throw new Error('no channel')
  expect(countItem(thread, { channels: { ...others, toots: { ...toots, limit: 5000 } } })[0]?.limit).toBe(
    5000,
  )
})

it('shows texts as networks would: link cards, threads, comments, counts; nothing of them is markup', () => {
  const html = boardPages(data).get('queue/index.html')?.() ?? ''
  const item = (id: string) =>
    html.split('<li class="item').find((part) => part.includes(`data-id="${id}"`)) ?? ''
  const linkedin = item('a/linkedin/1/1')
  expect(linkedin).toMatch(
    /class="card-host">notes\.example<.*card-title">How &#x3C;often>\?<.*What &#x3C;stays> readable\./,
  )
  expect(linkedin).toContain(' of 3,000 characters')
  expect(item('a/toots/2/1')).toMatch(/1 of 2.*First <span class="tag">#one<\/span>.*2 of 2.*Second/)
  expect(item('a/toots/2/1')).not.toContain('link-card')
  // Instagram shows an address as plain words.
  expect(item('a/pictures/1/1')).toContain('See https://notes.example/a</p>')
  expect(item('a/pictures/1/1')).toContain('class="comment"><p class="words">And &#x3C;this></p>')
  expect(html).toContain('Turned off, on purpose.')
  expect(html).not.toMatch(/<(often|stays|this)/)
})

it('lists what cannot go out since nothing says when', () => {
  const without = plan.replace('times: [tue 10:00, thu 10:00]', 'times: []')
  const some = {
    ...files,
    'content/plan.yaml': without,
    'content/posts/a.mdx': readyPost('How?', '2026-11-24', 'snippets: { linkedin: Twice. }'),
  }
  const html = boardPages(boardDataOf(some)).get('queue/index.html')?.() ?? ''
  expect(html).toMatch(
    /<h2>Without a time<\/h2>.*No time yet.*has no free time: give it <code>times<\/code> in the plan/,
  )
})
