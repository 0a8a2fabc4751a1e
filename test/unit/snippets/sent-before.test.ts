import { expect, it } from 'vitest'
import type { Row } from '../../../src/snippets/ledger/fold-ledger.ts'
import { sentBefore } from '../../../src/snippets/ledger/sent-before.ts'
import type { QueueItem } from '../../../src/snippets/queue-item.ts'
import { morning, queueItem } from './queue-items.ts'

const row: Row = {
  key: 'e posting/x/1/1',
  export: 'e',
  id: 'posting/x/1/1',
  hash: '0',
  channel: 'x',
  at: morning(-1),
  text: 'Two posts a week are plenty.',
  state: 'confirmed',
}
const said = 'its words were handed over for 2027-01-04 09:00 already'

it.each<[string, Partial<QueueItem>, string[]]>([
  ['nothing of what went out', { at: morning(-1) }, []],
  ['what is wanted again', { at: morning(3) }, [said]],
  [
    'nothing of a post that says what it was called',
    { post: 'new', formerPosts: ['posting'], at: morning(-1) },
    [],
  ],
  ['what stands in another post', { post: 'new', at: morning(-1) }, [`${said}, from \`posting\``]],
  ['the same, wanted again', { post: 'new', at: morning(3) }, [`${said}, from \`posting\``]],
  [
    'other words at no time of their own',
    { hash: '1', parts: ['Say it in another way, and say it on another day.'], at: morning(-1) },
    ['other words were handed over under its name for 2027-01-04 09:00'],
  ],
])('lists %s', (_, given, expected) => {
  const found = sentBefore([{ item: queueItem(given), row }], morning(0).instant)
  expect(found.map(({ what }) => what)).toEqual(expected)
})
