import { describe, expect, it } from 'vitest'
import { refuseFuture, refuseMadeUpTime } from '../../../plugins/queue/refuse-times.ts'

const clock = '2026-12-01T09:00:00.123Z'

describe('a made-up time', () => {
  it.each(['2026-12-01T08:51:00Z', '2026-12-01T09:00:00Z', '2026-12-01T09:09:00Z'])(
    'is none at %s: clocks differ, and commands take time',
    (now) => {
      expect(() => refuseMadeUpTime(now, false, clock)).not.toThrow()
    },
  )

  it.each(['2026-12-01T08:49:00Z', '2026-12-01T09:11:00Z', '2031-01-01T00:00:00Z', '2020-01-01T00:00:00Z'])(
    'is refused at %s, unless it is for trying things out',
    (now) => {
      expect(() => refuseMadeUpTime(now, false, clock)).toThrow(
        `--now or COLDREAD_NOW says ${now}, and this machine's clock says 2026-12-01T09:00:00Z. What is remembered in content/handovers/ bears the real time. Nothing was done.`,
      )
      expect(() => refuseMadeUpTime(now, true, clock)).not.toThrow()
    },
  )
})

it('names the files of the ledger that lie ahead, for whoever made them up', () => {
  const shelf = {
    ledger: () =>
      ['20261201T070000Z-aaaaaa', '20270101T070000Z-bbbbbb', '20270101T070500Z-confirm-cccccc'].map(
        (name) => `content/handovers/${name}.jsonl`,
      ),
  }
  const last = '2027-01-01T07:05:00Z'
  expect(() => refuseFuture({ last }, last, shelf)).not.toThrow()
  expect(() => refuseFuture({ last }, '2026-12-01T09:00:00Z', shelf)).toThrow(
    /take these files away:\n {2}content\/handovers\/20270101T070000Z-bbbbbb\.jsonl\n {2}content\/handovers\/20270101T070500Z-confirm-cccccc\.jsonl$/,
  )
})
