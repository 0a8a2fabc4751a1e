import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Moment } from '../../../src/calendar/time.ts'
import { toMoment } from '../../../src/calendar/time.ts'
import { inboxLine, longestHeard } from '../../../src/inbox/heard.ts'
import { readTimeHeard } from '../../../src/inbox/read-time.ts'
import type { Said } from '../../../src/inbox/source.ts'
import { type TakeIn, takeIn } from '../../../src/inbox/take-in.ts'

const context: TakeIn = {
  people: 'hash',
  site: 'https://notes.example',
  zone: 'Europe/Tallinn',
  now: toMoment('2026-11-23', '09:00', 'Europe/Tallinn') as Moment,
  on: 'phone',
  at: '2026-11-23',
  file: 'x',
}
const take = (said: Partial<Said>, more: Partial<TakeIn> = {}) =>
  takeIn({ said: [{ line: 7, text: 'How often?', ...said }], faults: [] }, { ...context, ...more })
const textOf = (text: string, more: Partial<TakeIn> = {}, by?: string) =>
  take({ text, ...(by && { by }) }, more).heard[0]?.text

it.each([
  ['<p>Is <b>bold</b> so?</p><p>Yes &amp; no</p>', 'Is bold so? Yes & no'],
  ['<script>alert(1)</script>Why <img src=x onerror=alert(1)>?', 'Why ?'],
  ['a < b and c > d?', 'a < b and c > d?'],
  ['two\nlines\tand  more?', 'two lines and more?'],
  ['turned \u202earound\u0000?', 'turned around?'],
  ['Ask @mari or @mari@social.example or mari@shop.ee', 'Ask … or … or …'],
  ['Call +372 5555 1234 on 2026-11-01', 'Call … on 2026-11-01'],
])('keeps plain words of %j', (written, text) => {
  expect(textOf(written)).toBe(text)
})

it.each(['+1 for bread', '=) Thanks', '=> Why?', '- How | why?', '@ the depot!'])(
  'takes %j for words',
  (text) => {
    expect(textOf(text)).toBe(text)
  },
)

it('takes the name of whoever said it out of the words', () => {
  expect(textOf('Mari asks: how?', {}, 'Mari')).toBe('… asks: how?')
  expect(textOf('Mari asks: how?', { people: 'keep' }, 'Mari')).toBe('Mari asks: how?')
})

it.each([
  ['hash', /^[0-9a-f]{8}$/],
  ['keep', /^Mari Maasikas$/],
] as const)('keeps people as the plan says: %s', (people, pattern) => {
  expect(take({ by: 'Mari Maasikas' }, { people }).heard[0]?.by).toMatch(pattern)
})

it('drops people where the plan says so, and knows the same one again otherwise', () => {
  expect(take({ by: 'Mari' }, { people: 'drop' }).heard[0]).not.toHaveProperty('by')
  const by = (name: string, site = context.site) => take({ by: name }, { site }).heard[0]?.by
  expect(by(' MARI ')).toBe(by('mari'))
  expect(by('Kati')).not.toBe(by('Mari'))
  expect(by('Mari', 'https://other.example')).not.toBe(by('Mari'))
})

it.each([
  ['https://forum.example/t/5', true],
  ['https://social.example/@mari/5', false],
  ['https://x.com/mari/status/5', false],
  ['https://forum.example/users/mari', false],
  ['javascript:alert(1)', false],
  ['https://mari:x@forum.example/t/5', false],
])('keeps the address %s: %j', (url, isKept) => {
  expect(take({ url }).heard[0]?.url).toBe(isKept ? url : undefined)
})

it.each([
  [{ text: '=HYPERLINK("https://a.example","x")' }, 'a formula where words should be'],
  [{ text: '@SUM(1)' }, 'a formula where words should be'],
  [{ text: '=1+1' }, 'a formula where words should be'],
  [{ text: ' = (1+1)' }, 'a formula where words should be'],
  [{ text: `=cmd|"/c calc"!A0` }, 'a formula where words should be'],
  [{ text: `-1+1|cmd!A0` }, 'a formula where words should be'],
  [{ text: '<br>' }, 'no words are left of it'],
  [{ at: '2026-02-30' }, '`2026-02-30` is on no calendar'],
  [{ at: '2027-11-01' }, '`2027-11-01` is no time at which this was heard'],
  [{ at: '1999-11-01' }, '`1999-11-01` is no time at which this was heard'],
])('leaves %j out and says why', (said, what) => {
  expect(take(said)).toMatchObject({ heard: [], faults: [{ file: 'x', line: 7, what }] })
})

it('cuts long words between them, and keeps the id of the whole', () => {
  const long = `${'word '.repeat(200)}end?`
  const { heard, cut } = take({ text: long })
  expect(heard[0]?.text).toMatch(/word…$/)
  expect(heard[0]?.text.length).toBeLessThanOrEqual(longestHeard)
  expect(cut).toBe(1)
  expect(take({ text: `${long} more` }).heard[0]?.id).not.toBe(heard[0]?.id)
})

it('tells questions from mentions', () => {
  const kindOf = (text: string) => take({ text }).heard[0]?.kind
  expect(['How is it', 'Is it so', 'It is so?', 'It is so'].map(kindOf)).toEqual([
    'question',
    'question',
    'question',
    'mention',
  ])
})

describe('ids', () => {
  const id = (said: Partial<Said>, more: Partial<TakeIn> = {}) => take(said, more).heard[0]?.id

  it('stay where settings and the day of the import change', () => {
    const said = { text: 'How, Mari?', by: 'Mari', at: '2026-11-01' }
    expect(id(said)).toBe(id(said, { people: 'keep', at: '2026-12-01', zone: 'UTC' }))
  })

  it.each([
    [{ text: 'How many?' }],
    [{ at: '2026-11-01' }],
    [{ by: 'Mari' }],
    [{ on: 'email' }],
    [{ key: '5' }],
  ])('differ by %j', (said) => {
    expect(id(said)).not.toBe(id({}))
  })

  it('follow what a source knows an entry by', () => {
    expect(id({ key: '5', text: 'How?' })).toBe(id({ key: '5', text: 'How, edited?' }))
  })
})

it('makes lines that the inbox can read, once each, whatever is said', () => {
  const anySaid = fc.record(
    {
      line: fc.constant(1),
      text: fc.oneof(fc.string({ unit: 'binary', maxLength: 700 }), fc.lorem()),
      by: fc.string({ unit: 'binary' }),
      on: fc.string({ unit: 'binary' }),
      at: fc.constantFrom('2026-11-01', '2026-11-01 10:00', 'Sun, 01 Nov 2026 10:00:00 GMT'),
      url: fc.oneof(fc.webUrl(), fc.string()),
    },
    { requiredKeys: ['line', 'text'] },
  )
  fc.assert(
    fc.property(fc.array(anySaid), fc.constantFrom('hash', 'drop', 'keep'), (said, people) => {
      const { heard, faults } = takeIn({ said: said as Said[], faults: [] }, { ...context, people })
      expect(new Set(heard.map(({ id }) => id)).size).toBe(heard.length)
      expect(heard.length + faults.length).toBeLessThanOrEqual(said.length)
      for (const line of heard)
        expect(inboxLine.safeParse(JSON.parse(JSON.stringify(line))).success).toBe(true)
      const again = takeIn({ said: said as Said[], faults: [] }, { ...context, people })
      expect(again.heard).toEqual(heard)
    }),
  )
})

describe('times', () => {
  it.each([
    ['2026-11-01', '2026-11-01'],
    ['2026-11-01 10:00', '2026-11-01T08:00:00Z'],
    ['2026-11-01T10:00:30', '2026-11-01T08:00:00Z'],
    ['2026-11-01T10:00:00Z', '2026-11-01T10:00:00Z'],
    ['2026-11-01T10:00:00.5+02:00', '2026-11-01T08:00:01Z'],
    ['Tue, 10 Nov 2026 09:30:00 +0200', '2026-11-10T07:30:00Z'],
    ['10 Nov 2026 09:30 EST', '2026-11-10T14:30:00Z'],
    ['1.11.2026', '2026-11-01'],
    ['01.11.2026 10:00', '2026-11-01T08:00:00Z'],
  ])('reads %s', (written, time) => {
    expect(readTimeHeard(written, 'Europe/Tallinn')).toBe(time)
  })

  it('reads days with strokes in the order that the plan says, and in none else', () => {
    expect(readTimeHeard('03/04/2026', 'UTC', 'dd/mm/yyyy')).toBe('2026-04-03')
    expect(readTimeHeard('03/04/2026', 'UTC', 'mm/dd/yyyy')).toBe('2026-03-04')
    expect(readTimeHeard('03/04/2026', 'UTC')).toMatchObject({ problem: '`03/04/2026` may be two days' })
  })

  it.each(['yesterday', '2026', '10 Foo 2026 09:30', '2026-11-01T25:00:00Z', ''])('refuses %j', (written) => {
    expect(readTimeHeard(written, 'UTC')).toHaveProperty('problem')
  })
})
