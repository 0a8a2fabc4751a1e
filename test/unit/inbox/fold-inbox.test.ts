import fc from 'fast-check'
import { expect, it } from 'vitest'
import { answersOf, durationText } from '../../../src/inbox/answers.ts'
import { foldInbox } from '../../../src/inbox/fold-inbox.ts'
import type { Answered, Heard, InboxLine } from '../../../src/inbox/heard.ts'
import { renderAnswers } from '../../../src/inbox/render-answers.ts'

const idOf = (number: number) => number.toString(16).padStart(12, '0')
const heard = (number: number, more: Partial<Heard> = {}): Heard => ({
  type: 'heard',
  id: idOf(number),
  kind: 'question',
  text: `Question ${number}?`,
  on: 'phone',
  at: '2026-11-01T10:00:00Z',
  ...more,
})
const answered = (number: number, at: string): Answered => ({ type: 'answered', id: idOf(number), at })
const search = (number: number, at: string, impressions: number): Heard =>
  heard(number, {
    kind: 'search',
    text: 'how',
    on: 'search',
    at,
    figures: { clicks: 1, impressions, position: 5 },
  })
const fileOf = (lines: readonly InboxLine[]) => lines.map((line) => `${JSON.stringify(line)}\n`).join('')
const fold = (...lines: InboxLine[]) =>
  foldInbox([['content/inbox/a.jsonl', fileOf(lines)]], 'Europe/Tallinn')

it('reads lines, newest first, with the day in the zone of the plan', () => {
  const { inbox, ids, faults } = fold(
    heard(1),
    heard(2, { at: '2026-11-02T23:30:00Z' }),
    heard(3, { at: '2026-11-02' }),
  )
  expect(inbox.entries.map(({ id, day }) => [id, day])).toEqual([
    [idOf(2), '2026-11-03'],
    [idOf(3), '2026-11-02'],
    [idOf(1), '2026-11-01'],
  ])
  expect(ids.size).toBe(3)
  expect(faults).toEqual([])
})

it('names lines that are none, and keeps the others', () => {
  const text = `${fileOf([heard(1)])}{broken\n${JSON.stringify({ ...heard(2), extra: 1 })}\n${JSON.stringify(heard(3, { url: 'javascript:alert(1)' }))}\n${JSON.stringify(heard(5, { text: '\u001b[31mred' }))}\n\n${fileOf([heard(4)])}`
  const { inbox, faults } = foldInbox([['content/inbox/a.jsonl', text]], 'UTC')
  expect(inbox.entries.map(({ id }) => id)).toEqual([idOf(1), idOf(4)])
  expect(faults.map(({ file, line }) => `${file}:${line}`)).toEqual(
    [2, 3, 4, 5].map((line) => `content/inbox/a.jsonl:${line}`),
  )
})

it('keeps the newest standing of a search, with the one before it', () => {
  const { inbox, ids } = fold(
    search(1, '2026-10-15', 100),
    search(2, '2026-11-15', 300),
    search(3, '2026-11-15', 200),
    search(4, '2026-09-15', 50),
  )
  expect(inbox.entries).toMatchObject([
    { figures: { impressions: 300 }, before: { day: '2026-10-15', figures: { impressions: 100 } } },
  ])
  expect(ids.size).toBe(4)
})

it('says the same whatever the order of files and lines, and however often a line comes', () => {
  const at = fc.constantFrom('2026-10-01', '2026-10-15', '2026-11-01T10:00:00Z')
  const line = fc.oneof(
    fc.tuple(fc.nat(5), at).map(([number, day]) => heard(number, { at: day })),
    fc.tuple(fc.nat(5), at).map(([number, day]) => answered(number, day)),
    fc
      .tuple(fc.integer({ min: 6, max: 12 }), at, fc.nat(3))
      .map(([number, day, shown]) => search(number, day, shown)),
  )
  fc.assert(
    fc.property(fc.array(line), fc.func(fc.nat()), (lines, order) => {
      const other = [...lines, ...lines.slice(0, 2)].sort(
        (a, b) => order(JSON.stringify(a)) - order(JSON.stringify(b)),
      )
      const files = other.map((each, index): [string, string] => [
        `content/inbox/${index}.jsonl`,
        fileOf([each]),
      ])
      expect(foldInbox(files, 'UTC').inbox).toEqual(
        foldInbox([['content/inbox/a.jsonl', fileOf(lines)]], 'UTC').inbox,
      )
    }),
  )
})

it('says how soon people get answers, and who waits longest', () => {
  const { inbox } = fold(
    heard(1, { at: '2026-11-01T10:00:00Z' }),
    answered(1, '2026-11-01T12:00:00Z'),
    answered(1, '2026-11-05T12:00:00Z'),
    heard(2, { at: '2026-11-02T10:00:00Z' }),
    answered(2, '2026-11-02T16:00:00Z'),
    heard(3, { at: '2026-11-02', on: 'email' }),
    answered(3, '2026-11-05'),
    heard(4, { at: '2026-11-04T10:00:00Z' }),
    heard(5, { at: '2026-11-03T10:00:00Z' }),
    heard(6, { kind: 'mention' }),
    search(7, '2026-11-01', 5),
  )
  const { median, answered: number, open, places } = answersOf(inbox)
  expect({ median, number, open: open.map(({ id }) => id) }).toEqual({
    median: 6 * 60,
    number: 3,
    open: [idOf(5), idOf(4)],
  })
  expect(places.map(({ on, median, answered, open }) => [on, median, answered, open.length])).toEqual([
    ['phone', 4 * 60, 2, 2],
    ['email', 3 * 24 * 60, 1, 0],
  ])
  expect(renderAnswers(inbox).split('\n').slice(0, 6)).toEqual([
    'Half of the answers came within 6 hours (3 in all).',
    '  phone  4 hours, of 2; 2 waiting',
    '  email  3 days, of 1',
    '',
    'Waiting, longest first:',
    `  ${idOf(5)}  2026-11-03  phone  Question 5?`,
  ])
})

it.each([
  [0, 'the same day'],
  [1, '1 minute'],
  [89, '89 minutes'],
  [90, '2 hours'],
  [24 * 60, '1 day'],
  [35 * 60, '35 hours'],
  [36 * 60, '2 days'],
])('writes %i minutes as %s', (minutes, words) => {
  expect(durationText(minutes)).toBe(words)
})
