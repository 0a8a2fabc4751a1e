import { describe, expect, it } from 'vitest'
import { boardPages } from '../../../src/board/board-pages.ts'
import { streamsOf } from '../../../src/board/cadence/streams.ts'
import {
  calendarDays,
  calendarMonths,
  calendarWeeks,
  mondayOf,
} from '../../../src/board/calendar/calendar-days.ts'
import { plan, post, readyPost } from '../calendar/corner-shop.ts'
import { boardDataOf, handoverAt } from './board-world.ts'

const files = {
  'content/posts/kept.mdx': readyPost('Kept', '2026-11-10'),
  'content/posts/next.mdx': readyPost(
    'Next',
    '2026-12-08',
    'snippets:',
    '  linkedin:',
    '    - { kind: question, at: +2d 10:00, text: Which one? }',
  ),
  'content/posts/soft.mdx': post('title: Soft', 'status: draft', 'planned: 2026-12-15', 'goal: retain'),
  'content/posts/old.mdx': readyPost(
    'Old',
    '2026-11-03',
    'snippets: { linkedin: [{ at: +1d 09:00, kind: tip, text: Gone by }] }',
  ),
  'content/posts/gone.mdx': post('title: Gone', 'status: retired', 'redirectTo: kept', 'publish: 2026-11-17'),
  'content/activities/2026-12.yaml':
    '- { title: Listen, kind: listening, at: 2026-12-03 10:00, repeat: { every: 1 week, max: 2 } }\n' +
    '- { title: All day, kind: event, at: 2026-11-20, logged: 4 }\n',
}
const data = boardDataOf(files)
const days = calendarDays(data)

/** The entries of a day, a line each. */
function entriesOn(day: string, of = days): string[] {
  return (of.entries.get(day) ?? []).map(
    ({ what, time, title, goal, purpose, shape, state, isSoft, field }) =>
      [
        what,
        time ?? '-',
        title,
        goal,
        purpose ?? '-',
        shape,
        state,
        isSoft ? 'soft' : 'sure',
        field.join('.'),
      ].join(' | '),
  )
}

describe('entries by day', () => {
  it.each<[string, string[]]>([
    ['2026-11-10', ['post | 09:00 | Kept | acquire | awareness | live | live | sure | publish']],
    ['2026-12-08', ['post | 09:00 | Next | acquire | awareness | scheduled | scheduled | sure | publish']],
    [
      '2026-12-10',
      [
        'snippet | 10:00 | Which one? | acquire | awareness | snippet-ahead | not handed over yet | sure | snippets.linkedin.0.at',
        'activity | 10:00 | Listen | acquire | listening | activity-ahead | to do | sure | 0.at',
      ],
    ],
    ['2026-12-15', ['post | - | Soft | retain | - | draft | draft | soft | planned']],
    [
      '2026-12-03',
      ['activity | 10:00 | Listen | acquire | listening | activity-ahead | to do | sure | 0.at'],
    ],
    ['2026-12-17', []],
    ['2026-11-20', ['activity | - | All day | retain | community | activity-done | reached 4 | sure | 1.at']],
    ['2026-11-17', []],
  ])('%s', (day, entries) => {
    expect(entriesOn(day).sort()).toEqual([...entries].sort())
  })

  it('says that a text was missed only where some were handed over', () => {
    expect(days.entries.get('2026-11-04')).toMatchObject([
      { state: 'time has passed', isFaulty: false, shape: 'snippet-over' },
    ])
    const known = calendarDays(
      boardDataOf(files, undefined, { handovers: [handoverAt('2026-11-01T00:00:00Z')] }),
    )
    expect(known.entries.get('2026-11-04')).toMatchObject([
      { state: 'missed', isFaulty: true, shape: 'snippet-fault' },
    ])
  })

  it('does not say that what goes by hand went out', () => {
    const letter = {
      'content/plan.yaml': plan.replace('  phone:', '  letter: { network: newsletter }\n  phone:'),
      'content/posts/sent.mdx': readyPost(
        'Sent',
        '2026-11-10',
        'snippets: { letter: [{ at: 2026-11-12 10:00, text: Dear readers }] }',
      ),
    }
    const world = boardDataOf(letter, undefined, { handovers: [handoverAt('2026-11-01T00:00:00Z')] })
    expect(entriesOn('2026-11-12', calendarDays(world))).toEqual([
      'snippet | 10:00 | Dear readers | acquire | awareness | snippet-over | time has passed | sure | snippets.letter.0.at',
    ])
  })

  it('keeps to the plan’s zone whatever zone a post was written in', () => {
    const far = { 'content/posts/far.mdx': readyPost('Far', '2026-12-01 23:30', 'zone: America/New_York') }
    expect(entriesOn('2026-12-02', calendarDays(boardDataOf(far)))).toEqual([
      'post | 06:30 | Far | acquire | awareness | scheduled | scheduled | sure | publish',
    ])
  })
})

describe('slots by day', () => {
  it.each<[string, string[]]>([
    // Every Tuesday at nine for posts; Tuesdays and Thursdays at ten for LinkedIn.
    ['2026-11-10', ['09:00 post kept', '10:00 linkedin missed']],
    // What went live kept its slot, whatever became of it later.
    ['2026-11-17', ['09:00 post kept', '10:00 linkedin missed']],
    ['2026-12-08', ['09:00 post filled', '10:00 linkedin empty']],
    ['2026-12-10', ['10:00 linkedin filled']],
    ['2026-12-15', ['09:00 post empty', '10:00 linkedin empty']],
    ['2026-12-24', ['10:00 linkedin blackout']],
    ['2026-12-09', []],
  ])('%s', (day, slots) => {
    expect(
      (days.slots.get(day) ?? []).map(({ time, channel, state }) => `${time} ${channel ?? 'post'} ${state}`),
    ).toEqual(slots)
  })
})

it('does not let what is held back fill a slot, here or in the cadence', () => {
  const states = new Map([...data.queue.states].map(([item]) => [item, 'problem' as const]))
  const held = { ...data, queue: { ...data.queue, states } }
  const ahead = streamsOf(held).find(({ name }) => name === 'linkedin')?.cadence.slots
  expect(ahead?.find(({ at }) => at.local === '2026-12-10T10:00')?.state).toBe('empty')
  expect(calendarDays(held).slots.get('2026-12-10')).toMatchObject([{ channel: 'linkedin', state: 'empty' }])
})

describe('pages', () => {
  it('begins weeks on Monday, over the ends of months and years', () => {
    expect(['2026-11-22', '2026-11-23', '2027-01-01'].map(mondayOf)).toEqual([
      '2026-11-16',
      '2026-11-23',
      '2026-12-28',
    ])
  })

  it('has half a year of months before and after, and the weeks around now', () => {
    const months = calendarMonths(data)
    expect([months.length, months[0], months.at(-1)]).toEqual([13, '2026-05', '2027-05'])
    const weeks = calendarWeeks(data)
    expect([weeks.length, weeks[0], weeks.at(-1)]).toEqual([11, '2026-11-02', '2027-01-11'])
  })

  it('shows whole weeks of a month, today and days on which nothing goes out among them', () => {
    const pages = boardPages(data)
    const daysOf = (name: string) =>
      [
        ...(pages.get(`calendar/${name}.html`)?.() ?? '').matchAll(
          /<li class="(day[^"]*)" data-day="([^"]+)"/g,
        ),
      ].map(([, className, day]) => `${day} ${className}`)
    // November 2026 begins on a Sunday and ends on a Monday.
    const november = daysOf('index')
    expect([november.length, november[0], november.at(-1)]).toEqual([
      42,
      '2026-10-26 day outside past bare',
      '2026-12-06 day outside weekend bare',
    ])
    expect(november).toContain('2026-11-22 day today weekend')
    expect(daysOf('month-2026-12')).toContain('2026-12-24 day blackout')
    expect(daysOf('month-2027-02')).toHaveLength(28)
    expect(daysOf('week')).toHaveLength(7)
  })

  it('shows times that nothing stands in, and days on which nothing goes out, in every look', () => {
    const pages = boardPages(data)
    const daysOf = (name: string, html = pages.get(`calendar/${name}.html`)?.() ?? '') =>
      new Map(
        html
          .split(/(?=<(?:li|tbody)[^>]* data-day=)/)
          .map((part) => [/data-day="([^"]+)"/.exec(part)?.[1], part]),
      )
    for (const name of ['index', 'week', 'list'])
      expect(daysOf(name).get('2026-11-19'), name).toContain('10:00 linkedin: missed')
    for (const name of ['month-2026-12', 'week-2026-12-14', 'list']) {
      expect(daysOf(name).get('2026-12-15'), name).toContain('09:00 post: planned, not promised')
      expect(daysOf(name).get('2026-12-17'), name).toContain('10:00 linkedin: empty')
    }
    for (const name of ['month-2026-12', 'week-2026-12-21', 'list'])
      expect(daysOf(name).get('2026-12-24'), name).toContain('Nothing goes out')
  })

  it('marks what a script may move: its name, file, field and day; and where it may go', () => {
    const html = boardPages(data).get('calendar/month-2026-12.html')?.() ?? ''
    expect(html).toContain(
      'data-kind="snippet" data-id="next/linkedin/1/1" data-file="content/posts/next.mdx" data-field="at" data-slug="next" data-day="2026-12-10" data-time="10:00"',
    )
    expect(html).toContain(
      'data-kind="post" data-id="soft" data-file="content/posts/soft.mdx" data-field="planned" data-slug="soft" data-day="2026-12-15" data-soft="true"',
    )
    expect(html).toContain('data-slot="2026-12-15T09:00">09:00 post: planned, not promised')
    expect(html).toContain('data-slot="2026-12-22T09:00">09:00 post: empty')
  })
})
