import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readSlot, type Slot } from '../../../src/calendar/amount.ts'
import { cadenceOf, type Release, releasesOf } from '../../../src/calendar/cadence.ts'
import { addDays } from '../../../src/calendar/time.ts'
import { at, calendarOf, post, readyPost } from './corner-shop.ts'

const zone = 'Europe/Tallinn'
const plan = (rhythm: string[], blackouts: { from: string; to: string }[] = []) => ({
  rhythm: rhythm.map((text) => readSlot(text) as Slot),
  zone,
  blackouts,
})
const weekly = plan(['tue 09:00'])
const release = (text: string, planned?: string): Release => ({
  id: text,
  ...(text && { at: at(text) }),
  ...(planned && { planned }),
})
const window = { from: '2026-11-01', to: '2026-12-31' }
const noon = at('2026-12-08 12:00')

describe('cadenceOf: slots', () => {
  // Tuesdays from 3 November: 3 10 17 24 | 1 8 15 22 29. Now is Tuesday 8 December, noon.
  const releases = [
    '2026-11-03 09:00', // keeps the 3rd
    '2026-11-11 10:00', // a Wednesday: the 10th is missed
    '2026-11-17 18:00', // keeps the 17th, at another time of day
    '2026-11-24 09:00', // keeps the 24th
    '2026-11-24 10:00', // one slot is kept by one post
    '2026-12-15 09:00', // scheduled
  ].map((text) => release(text))
  const cadence = cadenceOf(
    releases,
    plan(['tue 09:00'], [{ from: '2026-12-22', to: '2026-12-26' }]),
    window,
    noon,
  )

  it('tells kept from missed, filled from empty, and blackouts', () => {
    expect(cadence.slots.map(({ at: { local }, state, by }) => [local.slice(5, 10), state, by?.id])).toEqual([
      ['11-03', 'kept', '2026-11-03 09:00'],
      ['11-10', 'missed', undefined],
      ['11-17', 'kept', '2026-11-17 18:00'],
      ['11-24', 'kept', '2026-11-24 09:00'],
      ['12-01', 'missed', undefined],
      ['12-08', 'empty', undefined], // its time is past, its day is not
      ['12-15', 'filled', '2026-12-15 09:00'],
      ['12-22', 'blackout', undefined],
      ['12-29', 'empty', undefined],
    ])
  })

  it('finds the longest silence, and how long it is since the last post', () => {
    // 3 → 11 November: 8 days; 11 → 17: 6; 17 → 24: 7. 24 November → 8 December: 14.
    expect(cadence.longestSilence).toEqual({ days: 8, from: '2026-11-03', to: '2026-11-11' })
    expect(cadence.sinceLast).toBe(14)
  })

  it.each([
    ['the day before', '2026-12-08 23:59', 'empty'],
    ['the day after', '2026-12-09 00:00', 'missed'],
  ])('calls an unkept slot missed only when its day is over: %s', (_, now, state) => {
    const { slots } = cadenceOf([], weekly, { from: '2026-12-08', to: '2026-12-08' }, at(now))
    expect(slots.map((slot) => slot.state)).toEqual([state])
  })

  it('goes by the calendar day in the zone of the plan', () => {
    // Monday 23:30 in New York is Tuesday 06:30 in Tallinn.
    const far = { id: 'far', at: at('2026-11-02 23:30', 'America/New_York') }
    const { slots } = cadenceOf([far], weekly, { from: '2026-11-03', to: '2026-11-03' }, noon)
    expect(slots.map(({ state }) => state)).toEqual(['kept'])
  })

  it('keeps a slot on the day of a DST gap', () => {
    const { slots } = cadenceOf(
      [release('2027-03-28 01:00')],
      plan(['sun 03:30']),
      { from: '2027-03-28', to: '2027-03-28' },
      at('2027-03-29 00:00'),
    )
    expect(slots).toMatchObject([{ at: { local: '2027-03-28T04:30' }, state: 'kept' }])
  })
})

describe('cadenceOf: silence', () => {
  it.each<[string, string[], object | undefined]>([
    ['none without two posts', ['2026-11-03 09:00'], undefined],
    // 10 October → 10 November: 31 days, though it began before the window.
    [
      'one that ended in the window',
      ['2026-10-10 09:00', '2026-11-10 09:00', '2026-11-12 09:00'],
      { days: 31, from: '2026-10-10', to: '2026-11-10' },
    ],
    [
      'not one that ended before it',
      ['2026-09-01 09:00', '2026-10-31 09:00', '2026-11-02 09:00'],
      { days: 2, from: '2026-10-31', to: '2026-11-02' },
    ],
    [
      'the first of equals',
      ['2026-11-01 09:00', '2026-11-04 09:00', '2026-11-07 09:00'],
      { days: 3, from: '2026-11-01', to: '2026-11-04' },
    ],
    ['not towards one that is only scheduled', ['2026-11-03 09:00', '2026-12-20 09:00'], undefined],
  ])('%s', (_, texts, expected) => {
    expect(
      cadenceOf(
        texts.map((text) => release(text)),
        weekly,
        window,
        noon,
      ).longestSilence,
    ).toEqual(expected)
  })
})

describe('cadenceOf: bursts', () => {
  const november = (days: number[]) =>
    days.map((day) => release(`2026-11-${String(day).padStart(2, '0')} 09:00`))
  it.each<[string, string[], number[], object[]]>([
    ['twice the rhythm is none', ['tue 09:00'], [2, 3], []],
    [
      'more than twice is one',
      ['tue 09:00'],
      [2, 3, 4],
      [{ from: '2026-11-02', to: '2026-11-04', count: 3 }],
    ],
    ['on one day', ['tue 09:00'], [3, 3, 3], [{ from: '2026-11-03', to: '2026-11-03', count: 3 }]],
    ['six days apart', ['tue 09:00'], [2, 5, 8], [{ from: '2026-11-02', to: '2026-11-08', count: 3 }]],
    ['seven days apart is another week', ['tue 09:00'], [2, 5, 9], []],
    // 1–7: 3 posts; 3–9: 3; 5–11: 3. All overlap.
    [
      'overlapping ones are one',
      ['tue 09:00'],
      [1, 3, 5, 8, 10],
      [{ from: '2026-11-01', to: '2026-11-10', count: 5 }],
    ],
    [
      'two of them',
      ['tue 09:00'],
      [2, 3, 4, 20, 21, 22],
      [
        { from: '2026-11-02', to: '2026-11-04', count: 3 },
        { from: '2026-11-20', to: '2026-11-22', count: 3 },
      ],
    ],
    ['a faster rhythm bears more', ['tue 09:00', 'thu 09:00'], [2, 3, 4, 5], []],
    ['without a rhythm there is none', [], [2, 3, 4], []],
  ])('%s', (_, rhythm, days, expected) => {
    expect(cadenceOf(november(days), plan(rhythm), window, noon).bursts).toEqual(expected)
  })
})

describe('cadenceOf: promises', () => {
  it.each<[string, string, string, { kept: number; due: number }]>([
    ['on the day', '2026-11-10 09:00', '2026-11-10', { kept: 1, due: 1 }],
    ['a day early', '2026-11-09 09:00', '2026-11-10', { kept: 1, due: 1 }],
    ['a day late', '2026-11-11 23:00', '2026-11-10', { kept: 1, due: 1 }],
    ['two days late', '2026-11-12 00:00', '2026-11-10', { kept: 0, due: 1 }],
    ['weeks early', '2026-12-01 09:00', '2026-12-20', { kept: 0, due: 1 }],
    ['never came', '', '2026-11-10', { kept: 0, due: 1 }],
    ['may still come: planned yesterday', '', '2026-12-07', { kept: 0, due: 0 }],
    ['scheduled, but too late already', '2026-12-15 09:00', '2026-12-06', { kept: 0, due: 1 }],
    ['not due yet', '2026-12-15 09:00', '2026-12-15', { kept: 0, due: 0 }],
    ['nothing planned', '2026-11-10 09:00', '', { kept: 0, due: 0 }],
    ['planned outside the window', '2026-11-01 09:00', '2026-10-31', { kept: 0, due: 0 }],
  ])('%s', (_, went, planned, expected) => {
    expect(cadenceOf([release(went, planned)], weekly, window, noon).promises).toEqual(expected)
  })
})

describe('releasesOf', () => {
  it('takes what is live, was live or is scheduled, and planned days', () => {
    const calendar = calendarOf({
      'content/posts/a-live.mdx': readyPost('Live', '2026-11-17', 'planned: 2026-11-16'),
      'content/posts/b-scheduled.mdx': readyPost('Scheduled', '2026-12-01'),
      'content/posts/c-planned.mdx': post('title: Planned', 'planned: 2026-12-08'),
      'content/posts/d-draft.mdx': post('title: Draft', 'status: draft', 'publish: 2026-11-01'),
      'content/posts/e-gone.mdx': post(
        'title: Gone',
        'status: retired',
        'publish: 2026-11-10',
        'redirectTo: a-live',
      ),
    })
    expect(releasesOf(calendar).map(({ id, at: went, planned }) => [id, went?.local, planned])).toEqual([
      ['a-live', '2026-11-17T09:00', '2026-11-16'],
      ['b-scheduled', '2026-12-01T09:00', undefined],
      ['c-planned', undefined, '2026-12-08'],
      ['d-draft', undefined, undefined],
      ['e-gone', '2026-11-10T09:00', undefined],
    ])
  })
})

describe('cadenceOf: laws', () => {
  const releases = fc.array(
    fc
      .tuple(fc.integer({ min: -10, max: 70 }), fc.integer({ min: 4, max: 23 }))
      .map(([days, hour]) => release(`${addDays(window.from, days)} ${String(hour).padStart(2, '0')}:00`)),
    { maxLength: 25 },
  )
  const rhythm = fc
    .uniqueArray(fc.constantFrom('mon 09:00', 'tue 09:00', 'tue 15:00', 'sat 20:00'))
    .map((texts) => plan(texts, [{ from: '2026-12-24', to: '2026-12-26' }]))

  it('never lets one release keep two slots, nor a slot be kept on another day', () => {
    fc.assert(
      fc.property(releases, rhythm, (all, held) => {
        const kept = cadenceOf(all, held, window, noon).slots.filter(({ by }) => by)
        expect(new Set(kept.map(({ by }) => by)).size).toBe(kept.length)
        for (const { at: slot, by } of kept) expect(by?.at?.local.slice(0, 10)).toBe(slot.local.slice(0, 10))
      }),
      { numRuns: 60 },
    )
  })

  it('does not depend on the order of releases', () => {
    fc.assert(
      fc.property(releases, rhythm, (all, held) => {
        const unique = [...new Map(all.map((each) => [each.id, each])).values()]
        const backwards = cadenceOf(unique.toReversed(), held, window, noon)
        expect(backwards).toEqual(cadenceOf(unique, held, window, noon))
      }),
      { numRuns: 60 },
    )
  })
})
