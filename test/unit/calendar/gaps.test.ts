import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { gapsOf } from '../../../src/calendar/gaps.ts'
import { addDays } from '../../../src/calendar/time.ts'
import { barePlan, calendarOf, daysOf, plan, post, readyPost } from './corner-shop.ts'

const planWith = (...lines: string[]) => ({ 'content/plan.yaml': `${barePlan}${lines.join('\n')}\n` })
const planned = (day: string) => post('title: Planned', `planned: ${day}`)

// Now is Sunday 22 November 2026, 09:00. The next Tuesdays are 24 November and 1, 8, 15 December.
describe('gapsOf: slots', () => {
  it.each<[string, Record<string, string>, string]>([
    ['nothing planned', {}, '2026-11-24 2026-12-01 2026-12-08 2026-12-15'],
    ['a planned day', { 'content/posts/a.mdx': planned('2026-12-01') }, '2026-11-24 2026-12-08 2026-12-15'],
    [
      'a draft with a promise',
      { 'content/posts/a.mdx': post('title: A', 'status: draft', 'publish: 2026-12-08 18:00') },
      '2026-11-24 2026-12-01 2026-12-15',
    ],
    [
      'a scheduled post',
      { 'content/posts/a.mdx': readyPost('A', '2026-12-15 12:00') },
      '2026-11-24 2026-12-01 2026-12-08',
    ],
    [
      'a post on another day',
      { 'content/posts/a.mdx': planned('2026-12-02') },
      '2026-11-24 2026-12-01 2026-12-08 2026-12-15',
    ],
    [
      'an activity is no post',
      { 'content/activities/a.yaml': '- { title: Fair, at: 2026-12-01 }\n' },
      '2026-11-24 2026-12-01 2026-12-08 2026-12-15',
    ],
    [
      'a retired post',
      {
        'content/posts/a.mdx': post('title: A', 'status: retired', 'publish: 2026-12-01', 'redirectTo: b'),
        'content/posts/b.mdx': readyPost('B', '2026-11-03'),
      },
      '2026-11-24 2026-12-01 2026-12-08 2026-12-15',
    ],
  ])('%s', (_, files, expected) => {
    expect(daysOf(gapsOf(calendarOf(files), 4).slots)).toBe(expected)
  })

  it('leaves blackouts out', () => {
    const files = planWith('rhythm: [tue 09:00]', 'blackouts: [2026-12-01, 2026-12-14/2026-12-20]')
    expect(daysOf(gapsOf(calendarOf(files), 4).slots)).toBe('2026-11-24 2026-12-08')
  })

  it.each([
    ['before the slot', '2026-11-24 08:59', '2026-11-24'],
    ['at the slot, and a week later', '2026-11-24 09:00', '2026-12-01'],
    ['after the slot', '2026-11-24 09:01', '2026-12-01'],
  ])('looks a week ahead from %s', (_, now, expected) => {
    expect(daysOf(gapsOf(calendarOf({}, now), 1).slots)).toBe(expected)
  })

  it('lets one post take one of two slots of a day, past ones too', () => {
    const files = {
      ...planWith('rhythm: [tue 09:00, tue 15:00]', 'topics: { cadence: { title: T } }'),
      'content/posts/a.mdx': readyPost('A', '2026-11-24 09:00'),
      'content/posts/b.mdx': readyPost('B', '2026-12-01 15:00'),
    }
    const { slots } = gapsOf(calendarOf(files, '2026-11-24 10:00'), 1)
    expect(slots.map(({ local }) => local)).toEqual(['2026-11-24T15:00', '2026-12-01T09:00'])
  })
})

describe('gapsOf: the longest stretch', () => {
  it.each<[string, Record<string, string>, object | undefined]>([
    // 22 November to 19 December: four weeks.
    ['nothing at all', {}, { from: '2026-11-22', to: '2026-12-19', days: 28 }],
    [
      'between two posts',
      { 'content/posts/a.mdx': planned('2026-11-25'), 'content/posts/b.mdx': planned('2026-12-16') },
      { from: '2026-11-26', to: '2026-12-15', days: 20 },
    ],
    [
      'an activity ends it',
      { 'content/activities/a.yaml': '- { title: Fair, at: 2026-12-01 10:00 }\n' },
      { from: '2026-12-02', to: '2026-12-19', days: 18 },
    ],
    [
      'the first of equals',
      { 'content/posts/a.mdx': planned('2026-12-05'), 'content/posts/b.mdx': planned('2026-12-19') },
      { from: '2026-11-22', to: '2026-12-04', days: 13 },
    ],
    [
      // 22 November to 19 December less 1 to 3 December: 28 − 3.
      'across a blackout, which does not count',
      planWith('blackouts: [2026-12-01/2026-12-03]'),
      { from: '2026-11-22', to: '2026-12-19', days: 25 },
    ],
    [
      'not into a blackout',
      planWith('blackouts: [2026-11-22/2026-11-30, 2026-12-10/2026-12-31]'),
      { from: '2026-12-01', to: '2026-12-09', days: 9 },
    ],
    ['none, when all is blackout', planWith('blackouts: [2026-11-01/2026-12-31]'), undefined],
  ])('%s', (_, files, expected) => {
    expect(gapsOf(calendarOf(files), 4).longest).toEqual(expected)
  })
})

describe('gapsOf: laws', () => {
  it('has every slot once a week when nothing is planned, whatever the time and the zone', () => {
    const zone = fc.constantFrom('UTC', 'Europe/Tallinn', 'America/New_York', 'Australia/Lord_Howe')
    const minutes = fc.integer({ min: 0, max: 400 * 24 * 60 })
    fc.assert(
      fc.property(zone, minutes, fc.integer({ min: 0, max: 9 }), (name, later, weeks) => {
        const now = Temporal.Instant.from('2026-01-01T00:00:00Z').add({ minutes: later }).toString()
        const text = barePlan.replace('Europe/Tallinn', name)
        const calendar = calendarOf({ 'content/plan.yaml': `${text}rhythm: [tue 09:00, fri 16:30]\n` }, now)
        const { slots, longest } = gapsOf(calendar, weeks)
        expect(slots).toHaveLength(2 * weeks)
        expect(longest?.days).toBe(weeks === 0 ? undefined : weeks * 7)
      }),
      { numRuns: 40 },
    )
  })

  it('never has more gaps for one more planned post', () => {
    const day = fc.integer({ min: 0, max: 40 }).map((days) => addDays('2026-11-20', days))
    fc.assert(
      fc.property(fc.array(day, { maxLength: 6 }), day, (days, another) => {
        const files = (all: string[]) =>
          Object.fromEntries(all.map((each, index) => [`content/posts/p${index}.mdx`, planned(each)]))
        const before = gapsOf(calendarOf({ 'content/plan.yaml': plan, ...files(days) }), 5)
        const after = gapsOf(calendarOf({ 'content/plan.yaml': plan, ...files([...days, another]) }), 5)
        expect(before.slots).toEqual(expect.arrayContaining([...after.slots]))
        expect(before.slots.length - after.slots.length).toBeLessThanOrEqual(1)
        expect(after.longest?.days ?? 0).toBeLessThanOrEqual(before.longest?.days ?? 0)
      }),
      { numRuns: 30 },
    )
  })
})
