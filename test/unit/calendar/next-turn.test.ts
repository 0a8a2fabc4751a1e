import { expect, it } from 'vitest'
import type { Calendar } from '../../../src/calendar/calendar.ts'
import { nextTurn } from '../../../src/calendar/next-turn.ts'

const posts = ['2026-12-08T07:00:00Z', undefined, '2026-12-08T20:00:00Z'].map((instant) => ({
  ...(instant && { publish: { instant } }),
}))
const turn = (after: string, zone = 'Europe/Tallinn') =>
  nextTurn({ posts, plan: { zone } } as unknown as Calendar, after)

it.each([
  ['the first post to go live', '2026-12-08T05:00:00Z', '2026-12-08T07:00:00Z'],
  ['the one after it, once it is live', '2026-12-08T07:00:00Z', '2026-12-08T20:00:00Z'],
  ['midnight where the plan is', '2026-12-08T20:00:00Z', '2026-12-08T22:00:00Z'],
  ['midnight before a post', '2026-12-07T21:59:59Z', '2026-12-07T22:00:00Z'],
  ['the next midnight, at midnight', '2026-12-08T22:00:00Z', '2026-12-09T22:00:00Z'],
])('is %s', (_, after, at) => {
  expect(turn(after)).toBe(at)
})

it('is when the day begins where clocks skip midnight', () => {
  expect(turn('2027-03-27T12:00:00Z', 'Asia/Beirut')).toBe('2027-03-27T22:00:00Z')
})
