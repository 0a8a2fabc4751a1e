import fc from 'fast-check'
import { expect, it } from 'vitest'
import { recordKey } from '../../../src/delivery/bluesky/record-key.ts'

/** By https://atproto.com/specs/tid: digits that sort, of which the last two name a clock. */
const microsecondsOf = (key: string) =>
  [...key.slice(0, 11)].reduce(
    (sum, digit) => sum * 32 + '234567abcdefghijklmnopqrstuvwxyz'.indexOf(digit),
    0,
  )

const at = '2027-03-29T06:00:00Z'
const times = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2200-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString())

it('is the same wherever and whenever it is made', () => {
  expect(recordKey('how-often/sky/1/1', at)).toBe('3neubzkinindt')
  expect(recordKey('how-often/sky/1/1', '2027-03-29T08:00:00+02:00')).toBe('3neubzkinindt')
})

it('is a time of the minute that it is scheduled for, in the form that Bluesky asks for', () => {
  fc.assert(
    fc.property(fc.string(), times, fc.nat({ max: 99 }), (id, time, part) => {
      const key = recordKey(id, time, part)
      expect(key).toMatch(/^[2-7a-j][2-7a-z]{12}$/)
      expect(Math.floor(microsecondsOf(key) / 60_000_000)).toBe(Math.floor(Date.parse(time) / 60_000))
    }),
  )
})

it('sorts by time, and the parts of a thread by their order', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), times, times, fc.nat({ max: 98 }), (a, b, one, other, part) => {
      expect(recordKey(a, one, part) < recordKey(a, one, part + 1)).toBe(true)
      const [first, later] = [one, other].sort() as [string, string]
      if (Math.floor(Date.parse(first) / 60_000) < Math.floor(Date.parse(later) / 60_000))
        expect(recordKey(a, first, part) < recordKey(b, later)).toBe(true)
    }),
  )
})

it('differs for each of 100,000 snippets of one minute', () => {
  const keys = new Set(Array.from({ length: 100_000 }, (_, index) => recordKey(`post-${index}/sky/1/1`, at)))
  expect(keys.size).toBe(100_000)
})
