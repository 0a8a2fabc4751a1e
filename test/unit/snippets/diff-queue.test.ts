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
    ...items.map(({ id, hash, channel, at, parts }): Statement => {
      return {
        type: 'row',
        export: name,
        id,
        hash,
        channel,
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
