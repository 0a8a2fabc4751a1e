import { describe, expect, it } from 'vitest'
import { type Difference, diffQueue } from '../../../src/snippets/ledger/diff-queue.ts'
import { foldLedger } from '../../../src/snippets/ledger/fold-ledger.ts'
import type { Statement } from '../../../src/snippets/ledger/ledger-line.ts'
import type { Recognition } from '../../../src/snippets/ledger/recognize.ts'
import type { QueueItem } from '../../../src/snippets/queue-item.ts'
import { morning, queueItem } from './queue-items.ts'

const now = morning(0).instant
const known = { now, channels: { x: { network: 'x' } } } as unknown as Recognition

/** Something with words of its own, as the nth of its post on a day after today. */
function item(words: string, number: number, day: number, given: Partial<QueueItem> = {}): QueueItem {
  return queueItem({
    series: `posting/x/${number}`,
    parts: [`${words} has ${words} to say of ${words} in ${words} words`],
    hash: words,
    at: morning(day),
    ...given,
  })
}

function ledgerOf(items: readonly QueueItem[], name = 'e') {
  return foldLedger([
    { type: 'export', export: name, format: 'csv', at: now },
    ...items.map(({ id, hash, channel, network, at, parts }): Statement => {
      return {
        type: 'row',
        export: name,
        id,
        hash,
        channel,
        network,
        at: at as NonNullable<typeof at>,
        text: parts.join(),
      }
    }),
  ])
}

/** Words of what stands in each list that is not empty. */
function listed({
  add,
  change,
  cancel,
  unchanged,
  past,
  missed,
  faulty,
}: Difference): Record<string, string[]> {
  const lists = {
    add: add.map(({ hash }) => hash),
    change: change.map(({ item, row }) => `${row.hash} to ${item.hash}`),
    cancel: cancel.map(({ hash }) => hash),
    unchanged: unchanged.map(({ item }) => item.hash),
    past: past.map(({ item }) => item.hash),
    missed: missed.map(({ hash }) => hash),
    faulty: faulty.map(({ item }) => item.hash),
  }
  return Object.fromEntries(Object.entries(lists).filter(([, list]) => list.length > 0))
}

/** Something as it stands in another post, or on a channel that is called otherwise. */
function elsewhere(words: string, series: string, day: number, given: Partial<QueueItem> = {}): QueueItem {
  const [post = '', channel = ''] = series.split('/')
  return item(words, 1, day, { series, id: `${series}/1`, post, channel, ...given })
}

const a = item('ada', 1, 2)
const b = item('bea', 2, 3)

describe('what is wanted against what was handed over', () => {
  it.each<[string, QueueItem[], QueueItem[], Record<string, string[]>]>([
    ['nothing yet', [], [a, b], { add: ['ada', 'bea'] }],
    ['all of it', [a, b], [a, b], { unchanged: ['ada', 'bea'] }],
    ['another time', [a], [item('ada', 1, 4)], { change: ['ada to ada'] }],
    ['other words', [a], [item('abe', 1, 2)], { change: ['ada to abe'] }],
    ['no longer', [a, b], [b], { cancel: ['ada'], unchanged: ['bea'] }],
    [
      'something before it',
      [a],
      [item('new', 1, 2), item('ada', 2, 2)],
      { add: ['new'], unchanged: ['ada'] },
    ],
    ['the first left out', [a, b], [item('bea', 1, 3)], { cancel: ['ada'], unchanged: ['bea'] }],
    ['in another order', [a, b], [item('bea', 1, 3), item('ada', 2, 2)], { unchanged: ['bea', 'ada'] }],
    [
      'something before it, and other words',
      [a],
      [item('new', 1, 5), item('abe', 2, 2)],
      { add: ['abe'], change: ['ada to new'] },
    ],
    ['out already', [item('ada', 1, -1)], [item('ada', 1, -1)], { past: ['ada'] }],
    ['out already, wanted later', [item('ada', 1, -1)], [item('ada', 1, 4)], { past: ['ada'] }],
    [
      'out already, and something else in its place',
      [item('ada', 1, -1)],
      [item('new', 1, 4)],
      { add: ['new'] },
    ],
    [
      'out already, and other words at the same time',
      [item('ada', 1, -1)],
      [item('new', 1, -1)],
      { past: ['new'] },
    ],
    ['too late', [], [item('ada', 1, -1)], { missed: ['ada'] }],
    [
      'something in the way',
      [],
      [item('ada', 1, 2, { problems: [{ field: [], what: 'too long', mend: 'shorten it' }] })],
      { faulty: ['ada'] },
    ],
    [
      'in another post',
      [a],
      [item('ada', 1, 2, { series: 'renamed/x/1', hash: 'ida' })],
      { change: ['ada to ida'] },
    ],
  ])('%s', (_, handedOver, wanted, expected) => {
    expect(listed(diffQueue(wanted, ledgerOf(handedOver), known))).toEqual(expected)
  })

  it.each<[string, QueueItem[], QueueItem[], Record<string, string[]>]>([
    [
      'a post was renamed, and says so',
      [a],
      [elsewhere('ada', 'renamed/x/1', 2, { formerPosts: ['posting'] })],
      { unchanged: ['ada'] },
    ],
    [
      'a post was renamed and its words were changed, and it says so',
      [a],
      [elsewhere('abe', 'renamed/x/1', 2, { formerPosts: ['older', 'posting'] })],
      { change: ['ada to abe'] },
    ],
    [
      'a post was renamed, out already',
      [item('ada', 1, -1)],
      [elsewhere('ada', 'renamed/x/1', 4)],
      { past: ['ada'] },
    ],
    [
      'a post was renamed and its link with it, out already',
      [item('ada', 1, -1)],
      [elsewhere('ada', 'renamed/x/1', 4, { hash: 'ida' })],
      { past: ['ida'] },
    ],
    [
      'a post was renamed and a word was added, out already',
      [item('ada', 1, -1)],
      [
        elsewhere('ida', 'renamed/x/1', 4, {
          parts: [`${item('ada', 1, 0).parts[0]}, really`],
        }),
      ],
      { past: ['ida'] },
    ],
    [
      'it stands in another post, as another of its snippets',
      [a],
      [elsewhere('ada', 'other/x/share-3', 2)],
      { unchanged: ['ada'] },
    ],
    [
      'its channel was renamed',
      [elsewhere('ada', 'posting/old/1', 2)],
      [item('ada', 1, 2, { hash: 'on x' })],
      { change: ['ada to on x'] },
    ],
    [
      'its channel was renamed and its words were changed',
      [elsewhere('ada', 'posting/old/1', 2)],
      [item('abe', 1, 2)],
      { change: ['ada to abe'] },
    ],
    [
      'its channel was renamed, out already',
      [elsewhere('ada', 'posting/old/1', -1)],
      [item('ada', 1, 3, { hash: 'on x' })],
      { past: ['on x'] },
    ],
    [
      'a channel of another network is gone',
      [elsewhere('ada', 'posting/old/1', 2, { network: 'bluesky' })],
      [item('ada', 1, 2, { hash: 'on x' })],
      { add: ['on x'], cancel: ['ada'] },
    ],
    [
      'another post has the words of one that is still there',
      [item('ada', 1, -1)],
      [item('ada', 1, -1), elsewhere('ada', 'other/x/1', 4, { hash: 'ida' })],
      { past: ['ada'], add: ['ida'] },
    ],
    [
      'addresses alone are no words',
      [elsewhere('ada', 'other/x/1', -1, { parts: ['https://a.example/1'] })],
      [item('ida', 1, 4, { parts: ['https://a.example/2'] })],
      { add: ['ida'] },
    ],
  ])('%s', (_, handedOver, wanted, expected) => {
    expect(listed(diffQueue(wanted, ledgerOf(handedOver), known))).toEqual(expected)
  })

  it('lets rows leave of what was changed, canceled, or has something in the way', () => {
    const problems = [{ field: [], what: 'a blackout', mend: 'choose another day' }]
    const handedOver = [a, b, item('cia', 3, 4), item('dan', 4, -1), item('eva', 5, 5)]
    const wanted = [item('ada', 1, 6), item('cia', 3, 4, { problems }), item('dan', 4, -1), item('eva', 5, 5)]
    const { leaving } = diffQueue(wanted, ledgerOf(handedOver), known)
    expect(leaving.map(({ hash }) => hash)).toEqual(['ada', 'bea', 'cia'])
  })

  it('does not take one time of something that goes out again for another', () => {
    const again = (number: number, day: number) => item('ada', 1, day, { id: `posting/x/1/${number}` })
    const wanted = [again(1, -1), again(2, 6), again(3, 13)]
    expect(listed(diffQueue(wanted, ledgerOf([again(1, -1)]), known))).toEqual({
      past: ['ada'],
      add: ['ada', 'ada'],
    })
  })

  it('cancels the second of two that branches handed over', () => {
    const { active: one } = ledgerOf([a], 'e')
    const { active: two } = ledgerOf([a], 'f')
    const both = { active: new Map([[a.id, [...(one.get(a.id) ?? []), ...(two.get(a.id) ?? [])]]]) }
    expect(listed(diffQueue([a], both, known))).toEqual({ unchanged: ['ada'], cancel: ['ada'] })
  })

  it('asks for the lead of a tool', () => {
    const late = diffQueue([a], ledgerOf([]), known, morning(3).instant)
    expect(listed(late)).toEqual({ missed: ['ada'] })
  })
})
