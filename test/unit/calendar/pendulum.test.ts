import { describe, expect, it } from 'vitest'
import { type Rate, readRate } from '../../../src/calendar/amount.ts'
import { goalTargets, postsIn, timesIn } from '../../../src/calendar/asked.ts'
import { isTooMuch, pendulumOf } from '../../../src/calendar/pendulum.ts'
import { addDays } from '../../../src/calendar/time.ts'
import type { Purpose } from '../../../src/calendar/vocabulary.ts'
import { calendarOf } from './corner-shop.ts'

const repeat = { mix: undefined, relationship: 'repeat' } as const
const on = (day: string, purpose?: Purpose) => ({
  day,
  ...(purpose && { purpose }),
  goal: 'acquire' as const,
  minutes: 60,
})

describe('pendulumOf', () => {
  // 1 December: an offer; then service each day up to the 9th, the 10th without a purpose; 31 December: an offer.
  const entries = [
    on('2026-12-01', 'sales'),
    ...Array.from({ length: 8 }, (_, day) => on(addDays('2026-12-02', day), 'service')),
    on('2026-12-10'),
    on('2026-12-31', 'sales'),
  ]

  it.each([
    // 30 days: 1 to 30 December.
    ['2026-12-30', 1, 9, false],
    // 2 to 31 December: the first offer is out, the second in.
    ['2026-12-31', 1, 9, false],
    // 10 December to 8 January: what says no purpose does not count.
    ['2027-01-08', 1, 1, true],
    // 3 November to 2 December.
    ['2026-12-02', 1, 2, true],
    ['2026-11-30', 0, 0, true],
    // 4 December to 2 January: six days of service are left.
    ['2027-01-02', 1, 7, true],
    ['2027-01-01', 1, 8, false],
  ])('on %s, %i of %i sell', (day, selling, total, isFew) => {
    expect(pendulumOf(entries, repeat, [day]).swings).toEqual([{ day, selling, total, isFew }])
  })

  it.each([
    ['the habit, where the mix asks for less', undefined, 0.1, 0.2],
    [
      'what the mix asks for, where that is more',
      { awareness: 1, community: 0, service: 0, listening: 0, sales: 1 },
      0.5,
      0.5,
    ],
  ])('ends its band at %s', (_, mix, target, most) => {
    expect(pendulumOf([], { ...repeat, mix }, [])).toEqual({ target, most, swings: [] })
  })
})

describe('isTooMuch', () => {
  it.each([
    // 20 % of 11 are 2.2: three may sell.
    [3, 11, false],
    [4, 11, true],
    [2, 10, false],
    [3, 10, true],
    [0, 0, false],
  ])('%i of %i: %s', (selling, total, expected) => {
    expect(isTooMuch({ selling, total }, 0.2)).toBe(expected)
  })
})

describe('what the plan asks for', () => {
  const december = { from: '2026-12-01', to: '2026-12-30' }

  it.each([
    ['2/week', 60 / 7],
    ['3/month', 3],
    ['1/day', 30],
    ['off', 0],
  ])('%s comes to %d times in 30 days', (rate, times) => {
    expect(timesIn(readRate(rate) as Rate, december)).toBeCloseTo(times)
  })

  it('counts slots, but not those in a blackout', () => {
    // Tuesdays: 1 8 15 22 29 December; Saturdays: 5 12 19 26, the last in the blackout of 24 to 26 December.
    const { plan } = calendarOf({})
    const saturday = { weekday: 6, time: '09:00' }
    expect(postsIn(plan, december)).toBe(5)
    expect(postsIn({ ...plan, rhythm: [...plan.rhythm, saturday] }, december)).toBe(8)
  })

  it.each([
    // 30 awareness + 10 sales; 20 community + 25 service; 15 listening goes where the plan goes.
    ['acquire', 0.55, 0.45],
    ['retain', 0.4, 0.6],
  ] as const)('asks of a plan for %s', (goal, acquire, retain) => {
    const targets = goalTargets({ ...repeat, goal })
    expect(targets.acquire).toBeCloseTo(acquire)
    expect(targets.retain).toBeCloseTo(retain)
  })
})
