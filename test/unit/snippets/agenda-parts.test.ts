import { describe, expect, it } from 'vitest'
import type { Activity } from '../../../src/calendar/derive-activity.ts'
import { planSchema } from '../../../src/calendar/plan.ts'
import type { Look } from '../../../src/snippets/agenda/look.ts'
import { renderContacts } from '../../../src/snippets/agenda/render-contacts.ts'
import { renderMissed } from '../../../src/snippets/agenda/render-missed.ts'
import { morning, queueItem } from './queue-items.ts'

const look: Look = { columns: 80, style: (_, text) => text }
const plan = planSchema.parse({
  site: { name: 'Notes', about: 'Notes', url: 'https://notes.example' },
  zone: 'UTC',
  channels: { phone: { network: 'phone' }, x: { network: 'x' } },
})

describe('what was missed', () => {
  const rendered = (...days: number[]) =>
    renderMissed(
      days.map((day) => queueItem({ at: morning(day), parts: [`Words ${day}.`] })),
      { now: morning(0), zone: 'UTC', title: 'Missed' },
      look,
    ).split('\n')
  const mend = '    to send one after all, give it a time that is ahead with `at`'

  it.each<[string, number[], string[]]>([
    ['nothing', [], ['']],
    ['what is recent, with its words', [-3], ['Missed', '  Sat 2 Jan 09:00  x          Words -3.', mend]],
    [
      'how to see what is older, however old',
      [-400, -100],
      ['Missed', '  2, since Mon 1 Dec: npm run queue -- --from 2025-12-01 --until 2027-01-05', mend],
    ],
    [
      'the last five, and how to see the rest',
      [-30, -6, -5, -4, -3, -2, -1],
      [
        'Missed',
        '  2 before these, since Sun 6 Dec: npm run queue -- --from 2026-12-06 --until 2027-01-05',
        ...[-5, -4, -3, -2, -1].map((day) => expect.stringContaining(`Words ${day}.`)),
        mend,
      ],
    ],
  ])('lists %s', (_, days, lines) => {
    expect(rendered(...days)).toEqual(lines)
  })
})

describe('contacts against hours', () => {
  const activity = (day: number, given: Partial<Activity> = {}) =>
    ({ at: morning(day), hours: 60, channel: 'phone', ...given }) as Activity
  const rendered = (activities: Activity[], channels?: string[]) =>
    renderContacts({ calendar: { plan, now: morning(0), activities }, channels }, look).split('\n')

  it.each<[string, Activity[], string[]]>([
    ['nothing was done', [activity(3), activity(-40, { logged: 9 })], ['']],
    [
      'all is logged',
      [activity(-1, { logged: 7 }), activity(-9, { logged: 2, hours: 90 })],
      ['Contacts in the last four weeks', '  phone      9 contacts in 2.5 h, 3.6 an hour'],
    ],
    [
      'some is not logged',
      [activity(-1, { logged: 1 }), activity(-2)],
      [
        'Contacts in the last four weeks',
        '  phone      1 contact in 1 h, 1 an hour; 1 of 2 not logged yet: write `logged` in content/activities',
      ],
    ],
    [
      'nothing is logged',
      [activity(-2, { hours: 30 })],
      [
        'Contacts in the last four weeks',
        '  phone      1 of 1 not logged yet: write `logged` in content/activities (0.5 h)',
      ],
    ],
  ])('are shown where %s', (_, activities, lines) => {
    expect(rendered(activities)).toEqual(lines)
  })

  it('are shown for the channels that are asked for', () => {
    expect(rendered([activity(-1, { logged: 7 })], ['x'])).toEqual([''])
  })
})
