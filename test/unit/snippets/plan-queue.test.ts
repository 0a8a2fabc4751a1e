import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isProblem } from '../../../src/calendar/problem.ts'
import { type Moment, toMoment } from '../../../src/calendar/time.ts'
import { foldLedger } from '../../../src/snippets/ledger/fold-ledger.ts'
import type { Statement } from '../../../src/snippets/ledger/ledger-line.ts'
import { occurrencesOf } from '../../../src/snippets/occurrences.ts'
import { planQueue } from '../../../src/snippets/plan-queue.ts'
import type { QueueItem } from '../../../src/snippets/queue-item.ts'
import { quickTimes } from '../../../src/snippets/quick-times.ts'
import { calendarOf } from './queue-calendar.ts'

function itemsOf(
  snippets: string,
  { plan = {}, publish = '2026-12-08', now = '2026-12-01T08:00', ledger = [] as Statement[], more = {} } = {},
): QueueItem[] {
  return planQueue(calendarOf({ 'how-often': { publish, snippets }, ...more }, plan, now), {
    until: '2028-12-31',
    sharesOf: () => [],
    hashOf: () => '0',
    ledger: foldLedger(ledger),
  })
}

const times = (items: readonly QueueItem[]) => items.map(({ at, problems }) => at?.local ?? problems[0]?.what)

/** What was handed over, of an item. */
function row(item: Pick<QueueItem, 'id' | 'hash' | 'channel' | 'parts'>, at: Moment): Statement[] {
  const { id, hash, channel, parts } = item
  return [
    { type: 'export', export: 'e', format: 'csv', at: '2026-11-01T00:00:00Z' },
    { type: 'row', export: 'e', id, hash, channel, at, text: parts.join('\n\n') },
  ]
}

describe('the time of a snippet', () => {
  it('remembers the time that was written where its page cannot be there by then', () => {
    const tooEarly = (snippets: string) => itemsOf(snippets).map((item) => item.tooEarly?.local)
    expect(tooEarly('linkedin: [{ at: +0d 09:30, text: Two posts. }]')).toEqual(['2026-12-08T09:30'])
    expect(tooEarly('linkedin: [{ at: +0d 10:00, text: Two posts. }]')).toEqual([undefined])
    expect(tooEarly('linkedin: [{ kind: tip, at: +0d 09:30, text: Two posts. }]')).toEqual([undefined])
    expect(tooEarly('linkedin: Two posts.')).toEqual([undefined])
  })

  it.each<[string, string, { publish?: string; plan?: object }, (string | undefined)[]]>([
    ['its page can be there', 'linkedin: Two posts.', {}, ['2026-12-08T10:00']],
    [
      'a page that is late',
      'linkedin: Two posts.',
      { plan: { site: { rebuildEvery: '2h' } } },
      ['2026-12-10T10:00'],
    ],
    [
      'calendar days later',
      'linkedin: [{ kind: tip, at: +2d 09:00, text: Two posts. }]',
      {},
      ['2026-12-10T09:00'],
    ],
    [
      'calendar days over a change of clocks',
      'linkedin: [{ kind: tip, at: +2d 09:00, text: Two posts. }]',
      { publish: '2027-03-27 09:00' },
      ['2027-03-29T09:00'],
    ],
    [
      'a link that would come before its page',
      'linkedin: [{ at: +0d 09:00, text: Two posts. }]',
      {},
      ['2026-12-08T10:00'],
    ],
    [
      'a time that does not exist',
      'linkedin: [{ kind: tip, at: 2027-03-28 03:30, text: Two posts. }]',
      {},
      ['`2027-03-28 03:30` does not exist in Europe/Tallinn: the clocks change'],
    ],
    [
      'a time that happens twice',
      'linkedin: [{ kind: tip, at: 2027-10-31 03:30, text: Two posts. }]',
      {},
      ['`2027-10-31 03:30` happens twice in Europe/Tallinn: the clocks change'],
    ],
    [
      'the second of two',
      'linkedin: [{ kind: tip, at: 2027-10-31 03:30, fold: later, text: Two posts. }]',
      {},
      ['2027-10-31T03:30'],
    ],
    [
      'the last of January and the months after it',
      'linkedin: [{ kind: tip, at: 2027-01-31 09:00, text: Two posts., repeat: { every: 1 month, max: 3 } }]',
      {},
      ['2027-01-31T09:00', '2027-02-28T09:00', '2027-03-31T09:00'],
    ],
    ['no free time', 'mastodon: Two posts.', {}, ['`mastodon` has no free time']],
  ])('%s', (_, snippets, around, expected) => {
    expect(times(itemsOf(snippets, around))).toEqual(expected)
  })

  it.each([
    ['2027-03-28', '03:30', 'Europe/Tallinn', undefined],
    ['2027-03-28', '04:00', 'Europe/Tallinn', '2027-03-28T01:00:00Z'],
    ['2027-10-31', '03:30', 'Europe/Tallinn', undefined],
    ['2026-10-04', '02:15', 'Australia/Lord_Howe', undefined],
    ['2026-10-04', '02:30', 'Australia/Lord_Howe', '2026-10-03T15:30:00Z'],
    ['2027-04-04', '01:45', 'Australia/Lord_Howe', undefined],
    ['2011-12-30', '09:00', 'Pacific/Apia', undefined],
    ['2011-12-31', '09:00', 'Pacific/Apia', '2011-12-30T19:00:00Z'],
    ['2026-04-24', '00:00', 'Africa/Cairo', undefined],
    ['2026-04-24', '00:30', 'Africa/Cairo', undefined],
    ['2026-04-24', '01:00', 'Africa/Cairo', '2026-04-23T22:00:00Z'],
  ])('is asked of the calendar: %s %s in %s', (day, time, zone, instant) => {
    const read = quickTimes().toMoment(day, time, zone)
    expect(isProblem(read) ? undefined : read.instant).toBe(instant)
    expect(read).toEqual(toMoment(day, time, zone))
  })

  it('is quickly what it is slowly', () => {
    const zones = [
      'Europe/Tallinn',
      'Australia/Lord_Howe',
      'Pacific/Apia',
      'Africa/Cairo',
      'Asia/Kathmandu',
      'America/St_Johns',
      'Africa/Casablanca',
    ]
    const quick = quickTimes()
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 366 * 130 }),
        fc.nat(24 * 60 - 1),
        fc.constantFrom(...zones),
        fc.constantFrom(undefined, 'earlier' as const, 'later' as const),
        (days, minute, zone, fold) => {
          const day = quick.addDays('1930-01-01', days)
          const time = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
          expect(quick.toMoment(day, time, zone, fold)).toEqual(toMoment(day, time, zone, fold))
        },
      ),
      { numRuns: 2000 },
    )
  })

  it('is not looked at beyond the last day', () => {
    const first = toMoment('2027-01-31', '09:00', 'Europe/Tallinn') as Moment
    expect(occurrencesOf(first, { every: { weeks: 1 } }, undefined, '2027-02-20')).toHaveLength(3)
  })
})

describe('a free time', () => {
  const two =
    'linkedin: [{ kind: tip, text: First words of it. }, { kind: tip, text: Other words altogether. }]'

  it('goes to the first who wants it, and none in a blackout', () => {
    expect(times(itemsOf(two))).toEqual(['2026-12-08T10:00', '2026-12-10T10:00'])
    expect(times(itemsOf(two, { plan: { blackouts: ['2026-12-10'] } }))).toEqual([
      '2026-12-08T10:00',
      '2026-12-15T10:00',
    ])
  })

  it('is kept by what was handed over, whatever comes before it', () => {
    const [first] = itemsOf(two) as [QueueItem & { at: Moment }]
    const ledger = row(first, first.at)
    const earlier =
      'linkedin: [{ kind: tip, text: Words that came later. }, { kind: tip, text: First words of it. }]'
    expect(itemsOf(earlier, { ledger }).map(({ at, parts }) => [at?.local, parts[0]])).toEqual([
      ['2026-12-08T10:00', 'First words of it.'],
      ['2026-12-10T10:00', 'Words that came later.'],
    ])
  })

  it('is not kept where the page comes later now', () => {
    const link = 'linkedin: Two posts a week.'
    const [first] = itemsOf(link) as [QueueItem & { at: Moment }]
    expect(times(itemsOf(link, { ledger: row(first, first.at), publish: '2026-12-15' }))).toEqual([
      '2026-12-15T10:00',
    ])
  })

  it('is not taken again once something went out at it', () => {
    const [first] = itemsOf(two) as [QueueItem & { at: Moment }]
    const ledger = row(first, first.at)
    const moved = `linkedin: [{ kind: tip, at: 2026-12-20 09:00, text: Words for a later day. }, { kind: tip, text: Other words altogether. }]`
    expect(times(itemsOf(moved, { ledger, now: '2026-12-09T08:00' }))).toEqual([
      '2026-12-10T10:00',
      '2026-12-20T09:00',
    ])
  })
})

it.each([
  [
    'a blackout',
    'linkedin: [{ kind: tip, at: 2026-12-24 09:00, text: Two posts. }]',
    '`2026-12-24` is a day on which nothing goes out',
  ],
  [
    'after the end of an offer',
    'linkedin: [{ kind: offer, at: 2026-12-12 09:00, until: 2026-12-10, text: Two posts. }]',
    'this would go out on `2026-12-12`, after its last day `2026-12-10`',
  ],
])('says why not: %s', (_, snippets, what) => {
  const [item] = itemsOf(snippets, { plan: { blackouts: ['2026-12-24/2026-12-26'] } })
  expect(item?.problems.map((problem) => problem.what)).toEqual([what])
})
