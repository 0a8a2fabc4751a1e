import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Entry, entriesOf, mixOf, usualMix } from '../../../src/calendar/mix.ts'
import { addDays } from '../../../src/calendar/time.ts'
import { goals, purposes } from '../../../src/calendar/vocabulary.ts'
import { calendarOf, post, readyPost } from './corner-shop.ts'

type Counted = Pick<Entry, 'purpose' | 'goal' | 'minutes' | 'day'>

const december = { from: '2026-12-01', to: '2026-12-31' }
const repeat = { mix: undefined, relationship: 'repeat' } as const
const on = (day: string, purpose: Counted['purpose'], minutes = 60, goal: Counted['goal'] = 'acquire') => ({
  day: `2026-12-${day}`,
  ...(purpose && { purpose }),
  minutes,
  goal,
})

describe('mixOf', () => {
  it('counts by purpose and by goal, in number and in minutes', () => {
    // Ten entries: 4 + 1 + 2 + 1 + 2. Minutes: 4 × 180 + 60 + 2 × 30 + 60 + 2 × 60 = 1,020.
    const entries = [
      ...['01', '02', '03', '04'].map((day) => on(day, 'awareness', 180)),
      on('05', 'community', 60, 'retain'),
      on('06', 'service', 30, 'retain'),
      on('07', 'service', 30, 'retain'),
      on('08', 'listening', 60),
      on('09', 'sales', 60),
      on('10', 'sales', 60),
    ]
    const mix = mixOf(entries, repeat, december)
    expect(mix.total).toEqual({ count: 10, minutes: 1020 })
    expect(mix.purposes).toEqual([
      { purpose: 'awareness', count: 4, minutes: 720, share: 0.4, shareOfMinutes: 720 / 1020, target: 0.3 },
      { purpose: 'community', count: 1, minutes: 60, share: 0.1, shareOfMinutes: 60 / 1020, target: 0.2 },
      { purpose: 'service', count: 2, minutes: 60, share: 0.2, shareOfMinutes: 60 / 1020, target: 0.25 },
      { purpose: 'listening', count: 1, minutes: 60, share: 0.1, shareOfMinutes: 60 / 1020, target: 0.15 },
      { purpose: 'sales', count: 2, minutes: 120, share: 0.2, shareOfMinutes: 120 / 1020, target: 0.1 },
    ])
    expect(mix.goals).toEqual([
      { goal: 'acquire', count: 7, minutes: 900, share: 0.7, shareOfMinutes: 900 / 1020 },
      { goal: 'retain', count: 3, minutes: 120, share: 0.3, shareOfMinutes: 120 / 1020 },
    ])
    expect(mix.pendulum).toEqual({ selling: 0.2, rest: 0.8 })
    expect(mix.isFew).toBe(false)
  })

  it.each([
    ['the first day counts', ['01'], 1],
    ['the last day counts', ['31'], 1],
    ['a day outside does not', ['00', '32'], 0],
  ])('%s', (_, days, count) => {
    expect(
      mixOf(
        days.map((day) => on(day, 'sales')),
        repeat,
        december,
      ).total.count,
    ).toBe(count)
  })

  it.each([
    [0, true],
    [7, true],
    [8, false],
  ])('%i entries are few: %s', (count, isFew) => {
    const entries = Array.from({ length: count }, () => on('05', 'service'))
    expect(mixOf(entries, repeat, december).isFew).toBe(isFew)
  })

  it('leaves entries without a purpose out, and says how many', () => {
    const mix = mixOf([on('05', 'sales'), on('06', undefined), on('07', undefined)], repeat, december)
    expect([mix.total.count, mix.undecided, mix.pendulum.selling]).toEqual([1, 2, 1])
  })

  const zero = { awareness: 0, community: 0, service: 0, listening: 0, sales: 0 }
  it.each([
    ['the usual one of a relationship', undefined, 'one-off', [0.45, 0.1, 0.15, 0.1, 0.2]],
    ["the plan's", { ...zero, awareness: 50, sales: 50 }, 'repeat', [0.5, 0, 0, 0, 0.5]],
    ["the plan's, made to sum to 1", { ...zero, awareness: 1, service: 3 }, 'repeat', [0.25, 0, 0.75, 0, 0]],
    ['the usual one where the plan has only zeros', zero, 'repeat', [0.3, 0.2, 0.25, 0.15, 0.1]],
  ] as const)('takes %s as its target', (_, mix, relationship, expected) => {
    const { purposes: rows } = mixOf([], { mix, relationship }, december)
    expect(rows.map(({ target }) => target)).toEqual(expected)
  })

  it('has usual mixes that sum to 100', () => {
    for (const mix of Object.values(usualMix))
      expect(Object.values(mix).reduce((sum, each) => sum + each)).toBe(100)
  })

  const entry = fc.record(
    {
      purpose: fc.constantFrom(...purposes),
      goal: fc.constantFrom(...goals),
      minutes: fc.integer({ min: 0, max: 600 }),
      day: fc.integer({ min: -5, max: 40 }).map((days) => addDays('2026-12-01', days)),
    },
    { requiredKeys: ['goal', 'minutes', 'day'] },
  )
  const part = fc.nat(100)
  const plan = fc.record({
    mix: fc.option(
      fc.record({ awareness: part, community: part, service: part, listening: part, sales: part }),
      { nil: undefined },
    ),
    relationship: fc.constantFrom('repeat' as const, 'one-off' as const),
  })
  const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0)

  it('has shares that sum to 1, or to 0 when there is nothing, and targets that sum to 1', () => {
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 30 }), plan, (entries, { mix, relationship }) => {
        const {
          purposes: rows,
          goals: byGoal,
          total,
          pendulum,
        } = mixOf(entries, { mix, relationship }, december)
        for (const part of [rows, byGoal]) {
          expect(sum(part.map(({ share }) => share))).toBeCloseTo(total.count > 0 ? 1 : 0)
          expect(sum(part.map(({ shareOfMinutes }) => shareOfMinutes))).toBeCloseTo(total.minutes > 0 ? 1 : 0)
        }
        expect(sum(rows.map(({ target }) => target))).toBeCloseTo(1)
        expect(pendulum.selling + pendulum.rest).toBeCloseTo(total.count > 0 ? 1 : 0)
      }),
    )
  })

  it('adds up: two halves of a window give the whole', () => {
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 30 }), fc.nat(29), (entries, days) => {
        const middle = addDays(december.from, days)
        const first = mixOf(entries, repeat, { from: december.from, to: middle })
        const second = mixOf(entries, repeat, { from: addDays(middle, 1), to: december.to })
        const whole = mixOf(entries, repeat, december)
        const rows = (mix: typeof whole) => [...mix.purposes, ...mix.goals, mix.total]
        for (const [index, { count, minutes }] of rows(whole).entries()) {
          const parts = [rows(first)[index], rows(second)[index]]
          expect(count).toBe(sum(parts.map((part) => part?.count ?? 0)))
          expect(minutes).toBe(sum(parts.map((part) => part?.minutes ?? 0)))
        }
        expect(whole.undecided).toBe(first.undecided + second.undecided)
      }),
    )
  })
})

describe('entriesOf', () => {
  const calendar = calendarOf(
    {
      'content/posts/live.mdx': readyPost('Live', '2026-11-17', 'hours: 2h'),
      'content/posts/scheduled.mdx': readyPost('Scheduled', '2026-12-01'),
      'content/posts/planned.mdx': post('title: Planned', 'planned: 2026-12-08'),
      'content/posts/promised-draft.mdx': post('title: Draft', 'status: draft', 'publish: 2026-12-15'),
      'content/posts/without-a-day.mdx': post('title: Some day'),
      'content/posts/gone.mdx': post(
        'title: Gone',
        'status: retired',
        'publish: 2026-11-10',
        'redirectTo: live',
      ),
      // 23:30 in New York is the next day in Tallinn.
      'content/posts/far.mdx': readyPost('Far', '2026-12-02 23:30', 'zone: America/New_York'),
      'content/activities/2026-11.yaml': `- { title: Listen, kind: listening, at: 2026-11-20 10:00, hours: 30m }
- { title: Fair, kind: event, at: 2026-11-19, zone: Pacific/Kiritimati }
`,
    },
    '2026-11-22 09:00',
  )

  it('counts live, scheduled and soft posts, and activities, by day in the zone of the plan', () => {
    const rows = entriesOf(calendar).map(({ day, soft, purpose, goal, minutes, post, activity }) =>
      [day, post?.slug ?? activity?.title, purpose, goal, minutes, soft ? 'soft' : 'sure'].join(' '),
    )
    expect(rows).toEqual([
      '2026-11-17 live awareness acquire 120 sure',
      '2026-11-19 Fair community retain 60 sure',
      '2026-11-20 Listen listening acquire 30 sure',
      '2026-12-01 scheduled awareness acquire 180 sure',
      '2026-12-03 far awareness acquire 180 sure',
      '2026-12-08 planned  acquire 180 soft',
      '2026-12-15 promised-draft  acquire 180 soft',
    ])
  })
})
