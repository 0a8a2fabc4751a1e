import { expect, it } from 'vitest'
import { renderCheck } from '../../../plugins/queue/check-addresses.ts'
import { dueAddresses } from '../../../src/snippets/due-addresses.ts'
import type { QueueItem } from '../../../src/snippets/queue-item.ts'
import { morning, queueItem } from './queue-items.ts'

const now = '2027-01-05T08:00:00Z'
const site = 'https://notes.example'
const page = `${site}/posting/?utm_source=x`

const due = (...given: Partial<QueueItem>[]) => {
  const { now: soon, later } = dueAddresses(given.map(queueItem), now, site)
  return [
    ...soon.map(({ url, kind, items }) => `${kind} ${url} ${items.length}`),
    ...later.map(({ url, from }) => `later ${url} ${from}`),
  ]
}

it.each<[string, Partial<QueueItem>[], string[]]>([
  ['nothing of words alone', [{}], []],
  ['the page of a post, with its parameters', [{ url: page }], [`link ${page} 1`]],
  [
    'links in words, each once',
    [{ parts: ['See https://a.example/b. Or https://a.example/b'] }],
    ['link https://a.example/b 1'],
  ],
  ['a link that two need, once', [{ url: page }, { url: page, at: morning(1) }], [`link ${page} 2`]],
  ['links of comments', [{ firstComment: 'https://c.example' }], ['link https://c.example 1']],
  [
    'images at their public address',
    [{ image: { path: 'content/posts/Week.PNG', hash: 'abc', alt: 'A week' } }],
    ['image https://notes.example/m/abc.png 1'],
  ],
  ['nothing that went out', [{ url: page, at: morning(-1) }], []],
  ['nothing of later days', [{ url: page, at: morning(3) }], []],
  ['nothing of activities', [{ kind: 'activity', parts: ['https://a.example'] }], []],
  [
    'no page before it can be there, but other links',
    [{ url: page, parts: ['https://a.example'], waitsUntil: '2027-01-05T08:30:00Z' }],
    ['link https://a.example 1', `later ${page} 2027-01-05T08:30:00Z`],
  ],
  ['the page once it can be there', [{ url: page, waitsUntil: '2027-01-05T07:30:00Z' }], [`link ${page} 1`]],
])('looks at %s', (_, given, addresses) => {
  expect(due(...given)).toEqual(addresses)
})

it('says where to mend what', () => {
  const image = { path: 'content/posts/week.png', hash: 'abc', alt: 'A week' }
  const found = dueAddresses(
    [
      queueItem({ url: page, waitsUntil: '2027-01-05T08:30:00Z', image }),
      queueItem({
        parts: ['https://gone.example https://moved.example https://busy.example https://fine.example'],
      }),
    ],
    now,
    site,
  )
  const visits = new Map([
    ['https://gone.example', { is: 'gone', why: 'status 404' }],
    ['https://moved.example', { is: 'moved', to: 'https://new.example/' }],
    ['https://busy.example', { is: 'unsure', why: 'status 503' }],
    ['https://fine.example', { is: 'there' }],
    [`${site}/m/abc.png`, { is: 'gone', why: 'status 404' }],
  ] as const)
  const placeOf = ({ file }: QueueItem, field: readonly unknown[]) => ({
    file,
    line: field.length,
    column: 1,
  })
  expect(renderCheck(found, visits, 'Europe/Tallinn', placeOf)).toEqual({
    isWhole: false,
    said: `content/posts/posting.mdx:3:1  https://gone.example is gone: status 404 — link to something else, or drop the link
content/posts/posting.mdx:3:1  https://moved.example has moved — link to https://new.example/
content/posts/posting.mdx:3:1  https://busy.example cannot be told: status 503 — open it and see
content/posts/posting.mdx:4:1  https://notes.example/m/abc.png is not there: status 404 — publish the site, which holds the images of what goes out
${page} can be there from 2027-01-05 10:30 on.
1 of 5 addresses that are due within 48 hours are there.`,
  })
})
