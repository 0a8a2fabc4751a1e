import { expect, it } from 'vitest'
import { type DueRow, dueRows, sortDue, withWaiting } from '../../../src/delivery/due-rows.ts'
import type { Trace } from '../../../src/delivery/trace.ts'
import { type Handover, isAhead, type Ledger, type Row } from '../../../src/snippets/ledger/fold-ledger.ts'
import { overlapOf, shinglesOf } from '../../../src/snippets/shingles.ts'

const now = '2027-03-29T06:00:00Z'
const row = (id: string, more: Partial<Row> = {}): Row => ({
  ...{ key: `e ${id}`, export: 'e', id, hash: 'h', channel: 'news', text: 'Words.', state: 'confirmed' },
  at: { instant: '2027-03-29T05:00:00Z', local: '2027-03-29T05:00', zone: 'UTC' },
  remote: id,
  ...more,
})
const ledgerOf = (rows: Row[], format = 'redis'): Ledger => ({
  handovers: [{ name: 'e', format, at: now, state: 'confirmed', files: [], rows } satisfies Handover],
  active: new Map(rows.map((each) => [each.id, [each]])),
  last: now,
  oddities: [],
})

it('asks after rows whose time has passed and of which nothing is known', () => {
  const ahead = { at: { instant: '2027-03-29T07:00:00Z', local: '2027-03-29T07:00', zone: 'UTC' } }
  const rows = [
    row('due'),
    row('ahead', ahead),
    row('posted', { posted: { name: 'p' } }),
    row('doubt', { doubt: 'broke' }),
    row('open', { state: 'open' }),
  ]
  expect(dueRows(ledgerOf(rows), now).map(({ id }) => id)).toEqual(['due'])
  expect(dueRows(ledgerOf(rows, 'postiz'), now)).toEqual([])
})

it('tells what waits, what is being sent and what is lost', () => {
  const waiting: Trace = { is: 'waiting', at: 1, tries: 1, why: 'busy' }
  const jobs = [
    { delivery: {}, trace: undefined },
    { delivery: {}, trace: waiting },
    { delivery: undefined, trace: waiting },
    { delivery: {}, trace: { is: 'sending', by: 'w', at: 1, tries: 0 } as Trace },
    { delivery: {}, trace: { is: 'sent', at: 1, hash: 'h', id: 'p' } as Trace },
    undefined,
  ]
  const rows = jobs.map((_, index) => row(String(index)) as DueRow)
  const due = sortDue(rows, jobs)
  expect(due.waiting.map(({ row: { id }, why }) => [id, why])).toEqual([
    ['0', undefined],
    ['1', 'busy'],
    ['2', 'busy'],
  ])
  expect([due.sending, due.lost].map((each) => each.map(({ id }) => id))).toEqual([['3'], ['5']])
  const { active } = withWaiting(ledgerOf(rows), due)
  const stillAhead = [...active.values()].flat().filter((each) => isAhead(each, now))
  expect(stillAhead.map(({ id }) => id)).toEqual(['0', '1', '2', '3'])
})

it.each([
  ['Post twice a week.', 'Post twice a week.', 1],
  ['Post twice a week on two days.', 'Something else of another kind.', 0],
  ['one two three four', 'one two three five', 1 / 3],
  ['', '', 0],
])('finds how much %o and %o have in common', (a, b, overlap) => {
  expect(overlapOf(shinglesOf(a), shinglesOf(b))).toBeCloseTo(overlap)
})
