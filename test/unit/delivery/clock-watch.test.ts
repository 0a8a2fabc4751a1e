import { expect, it } from 'vitest'
import { ClockWatch, stopwatch } from '../../../plugins/delivery/clock-watch.ts'

const hour = 3_600_000

it('stops while the clock is wrong, says so once, and goes on when it is right', async () => {
  const [real, clock] = [1_800_000_000_000, { ahead: 0, passed: 0 }]
  const watch = new ClockWatch({ wall: () => real + clock.passed + clock.ahead, steady: () => clock.passed })
  const compare = () => watch.compare(async () => real + clock.passed)
  expect([await compare(), watch.holds()]).toEqual([undefined, true])
  clock.passed = hour
  expect(watch.holds()).toBe(true)
  clock.ahead = -hour
  expect(watch.holds()).toBe(false)
  expect(await compare()).toBe(
    "this machine's clock is 3600 s behind that of Redis: nothing is sent until they agree; set both by NTP",
  )
  expect([await compare(), watch.holds()]).toEqual([undefined, false])
  clock.ahead = 20_000
  expect([await compare(), watch.holds(), watch.skew]).toEqual(['', true, 20_000])
})

it('believes no answer that came through an outage', async () => {
  const clock = { now: 1_800_000_000_000 }
  const watch = new ClockWatch({ wall: () => clock.now, steady: () => clock.now })
  const said = await watch.compare(async () => {
    clock.now += hour
    return clock.now
  })
  expect([said, watch.holds(), watch.skew]).toEqual([undefined, true, 0])
})

it.each([
  ['works', 5000, 5000, 5000],
  ['sleeps', 3_600_000, 20, 3_600_000],
  ['has its clock put back', -3_600_000, 5000, 5000],
])('measures what passes while a machine %s', (_, wall, steady, passed) => {
  const clock = { wall: 1_800_000_000_000, steady: 100 }
  const watch = stopwatch({ wall: () => clock.wall, steady: () => clock.steady })
  clock.wall += wall
  clock.steady += steady
  expect(watch()).toBe(passed)
})
