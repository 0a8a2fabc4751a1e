import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type Contacts, contactsOf } from '../../../src/snippets/contacts.ts'
import { at, calendarOf } from '../calendar/corner-shop.ts'

const activitiesOf = (yaml: string) => calendarOf({ 'content/activities/2026.yaml': yaml }).activities
const tableOf = (yaml: string, from = '2026-11-01', to = '2026-11-30', now = '2026-11-22 12:00') =>
  contactsOf(activitiesOf(yaml), 'Europe/Tallinn', { from, to }, at(now))
const shown = ({ count, minutes, logged, perHour, unlogged }: Contacts) =>
  `${count} in ${minutes}m: ${logged}, ${perHour ?? 'none'} an hour, ${unlogged} unlogged`

it('adds up hours and contacts by channel and week', () => {
  const table = tableOf(`
- { title: Calls, kind: calls, channel: phone, at: 2026-11-03 10:00, hours: 2h, logged: 3 }
- { title: More calls, kind: calls, channel: phone, at: 2026-11-08 23:30, hours: 1h, logged: 6 }
- { title: Answers, kind: answers, channel: linkedin, at: 2026-11-09 10:00, hours: 30m, logged: 4 }
- { title: Fair, kind: event, at: 2026-11-14, hours: 4h, logged: 20 }
`)
  expect(table.channels.map((each) => `${each.channel} ${shown(each)}`)).toEqual([
    ' 1 in 240m: 20, 5 an hour, 0 unlogged',
    'linkedin 1 in 30m: 4, 8 an hour, 0 unlogged',
    'phone 2 in 180m: 9, 3 an hour, 0 unlogged',
  ])
  expect(table.weeks.map((week) => `${week.from} ${shown(week)}`)).toEqual([
    '2026-10-26 0 in 0m: 0, none an hour, 0 unlogged',
    '2026-11-02 2 in 180m: 9, 3 an hour, 0 unlogged',
    '2026-11-09 2 in 270m: 24, 5.333333333333333 an hour, 0 unlogged',
    '2026-11-16 0 in 0m: 0, none an hour, 0 unlogged',
    '2026-11-23 0 in 0m: 0, none an hour, 0 unlogged',
    '2026-11-30 0 in 0m: 0, none an hour, 0 unlogged',
  ])
  expect(table.weeks[2]?.channels.map(({ channel }) => channel)).toEqual(['', 'linkedin'])
})

it.each([
  [
    'what nobody logged: as work, not as contacts',
    '{ title: a, at: 2026-11-20 10:00, hours: 1h }',
    '1 in 60m: 0, none an hour, 1 unlogged',
  ],
  [
    'what reached nobody',
    '{ title: a, at: 2026-11-20 10:00, hours: 1h, logged: 0 }',
    '1 in 60m: 0, 0 an hour, 0 unlogged',
  ],
  [
    'nothing that is not over',
    '{ title: a, at: 2026-11-22 11:30, hours: 1h }',
    '0 in 0m: 0, none an hour, 0 unlogged',
  ],
  ['no day that is not over', '{ title: a, at: 2026-11-22 }', '0 in 0m: 0, none an hour, 0 unlogged'],
  [
    'what was logged, whenever',
    '{ title: a, at: 2026-11-22 11:30, hours: 1h, logged: 2 }',
    '1 in 60m: 2, 2 an hour, 0 unlogged',
  ],
  [
    'nothing of other days',
    '{ title: a, at: 2026-10-31 10:00, logged: 2 }',
    '0 in 0m: 0, none an hour, 0 unlogged',
  ],
])('counts %s', (_, entry, total) => {
  expect(shown(tableOf(`- ${entry}\n`).total)).toBe(total)
})

it('loses nothing: weeks and channels add up to the whole', () => {
  const activity = fc.record({
    day: fc.integer({ min: 10, max: 28 }),
    hours: fc.integer({ min: 1, max: 9 }),
    logged: fc.option(fc.nat(20), { nil: undefined }),
    channel: fc.constantFrom('linkedin', 'phone', undefined),
  })
  fc.assert(
    fc.property(fc.array(activity, { minLength: 1, maxLength: 8 }), (all) => {
      const yaml = all.map(
        ({ day, hours, logged, channel }) =>
          `- { title: a, at: 2026-11-${day} 08:00, hours: ${hours}m${logged === undefined ? '' : `, logged: ${logged}`}${channel ? `, channel: ${channel}` : ''} }\n`,
      )
      const { total, weeks, channels } = tableOf(yaml.join(''))
      for (const key of ['count', 'minutes', 'logged', 'loggedMinutes', 'unlogged'] as const)
        for (const parts of [weeks, channels, weeks.flatMap((week) => week.channels)])
          expect(parts.reduce((sum, each) => sum + each[key], 0)).toBe(total[key])
    }),
    { numRuns: 50 },
  )
})
