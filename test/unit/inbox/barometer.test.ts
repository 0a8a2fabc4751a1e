import { expect, it } from 'vitest'
import { buildCalendar } from '../../../src/calendar/build-calendar.ts'
import type { Calendar } from '../../../src/calendar/calendar.ts'
import { barometerOf } from '../../../src/inbox/barometer.ts'
import { foldInbox } from '../../../src/inbox/fold-inbox.ts'
import type { Heard } from '../../../src/inbox/heard.ts'

const plan = `site: { name: Notes, about: Notes, url: https://notes.example }
zone: Europe/Tallinn
channels: { phone: { network: phone } }
`
/** Monday 2026-11-23: 30 days go back to 2026-10-25, and 30 more to 2026-09-25. */
const calendar = (
  buildCalendar(
    { texts: new Map([['content/plan.yaml', plan]]), assets: new Set(), faults: [] },
    '2026-11-23T09:00',
  ) as { calendar: Calendar }
).calendar

let next = 0
const heard = (text: string, at: string, more: Partial<Heard> = {}): Heard => ({
  type: 'heard',
  id: (++next).toString(16).padStart(12, '0'),
  kind: 'question',
  text,
  on: 'phone',
  at,
  ...more,
})
const search = (text: string, at: string, impressions: number) =>
  heard(text, at, { kind: 'search', on: 'search', figures: { clicks: 0, impressions, position: 9 } })
const read = (...lines: Heard[]) =>
  barometerOf(
    foldInbox([['a', lines.map((line) => JSON.stringify(line)).join('\n')]], 'Europe/Tallinn').inbox,
    calendar,
  )

it('counts by place, in 30 days and in the 30 before', () => {
  const { days, before, total, places } = read(
    heard('One?', '2026-10-25'),
    heard('Two?', '2026-10-24T22:30:00Z', { on: 'email' }),
    heard('Three?', '2026-10-24'),
    heard('Four?', '2026-09-25'),
    heard('Five?', '2026-09-24'),
    search('six', '2026-11-20', 5),
  )
  expect({ days, before }).toEqual({
    days: { from: '2026-10-25', to: '2026-11-23' },
    before: { from: '2026-09-25', to: '2026-10-24' },
  })
  expect(total).toEqual({ now: 2, before: 2 })
  expect(places).toEqual([
    { on: 'phone', now: 1, before: 2 },
    { on: 'email', now: 1, before: 0 },
  ])
})

it('counts by weeks that begin on Monday, this one last', () => {
  const { weeks } = read(
    heard('One?', '2026-11-23'),
    heard('Two?', '2026-11-22'),
    heard('Three?', '2026-11-16', { on: 'email' }),
  )
  expect(weeks).toHaveLength(12)
  expect(weeks.slice(-2)).toEqual([
    {
      from: '2026-11-16',
      total: 2,
      places: new Map([
        ['phone', 1],
        ['email', 1],
      ]),
    },
    { from: '2026-11-23', total: 1, places: new Map([['phone', 1]]) },
  ])
})

it('says what is asked most, then what is searched for most', () => {
  const { asked } = read(
    heard('Where is the parcel depot?', '2026-11-01'),
    heard('Which depot has my parcel?', '2026-11-02', { on: 'email' }),
    search('windmill', '2026-11-20', 500),
    search('rye bread', '2026-11-20', 900),
    heard('Long ago?', '2026-01-01'),
  )
  expect(asked.map(({ said, impressions, places }) => [said, impressions, places])).toEqual([
    [2, 0, ['email', 'phone']],
    [0, 900, ['search']],
    [0, 500, ['search']],
  ])
})

it('says which words rise and fall, in the form that people use most', () => {
  const before = ['parcels', 'parcel', 'parcel', 'rye', 'rye', 'rye', 'oats', 'wheat']
  const now = ['parcel', 'windmills', 'windmills', 'windmill', 'rye', 'rye', 'rye', 'barley']
  const { rising, falling } = read(
    ...before.map((text, index) => heard(text, `2026-10-0${index + 1}`)),
    ...now.map((text, index) => heard(text, `2026-11-0${index + 1}`)),
  )
  expect(rising).toEqual([{ text: 'windmills', now: 3, before: 0 }])
  expect(falling).toEqual([{ text: 'parcel', now: 1, before: 3 }])
})

it('compares no words where fewer than eight things were heard', () => {
  const { rising, falling } = read(
    ...['rye', 'rye', 'rye'].map((text, index) => heard(text, `2026-11-0${index + 1}`)),
    heard('oats', '2026-10-01'),
  )
  expect([rising, falling]).toEqual([[], []])
})

it('compares searches with the export before', () => {
  const { searches } = read(
    search('rye bread', '2026-10-15', 100),
    search('rye bread', '2026-11-15', 40),
    search('windmill', '2026-10-15', 10),
    search('windmill', '2026-11-15', 90),
    search('new one', '2026-11-15', 500),
    search('as before', '2026-10-15', 7),
    search('as before', '2026-11-15', 7),
  )
  expect(searches).toEqual([
    { text: 'windmill', now: 90, before: 10 },
    { text: 'rye bread', now: 40, before: 100 },
  ])
})
