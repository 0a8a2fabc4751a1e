import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { ReadContext } from '../../../src/inbox/source.ts'
import { recognize, sources } from '../../../src/inbox/sources.ts'

const context: ReadContext = { file: 'x.csv', tables: {} }
const queries = 'Top queries,Clicks,Impressions,CTR,Position\n'

/** What is taken from a text, and what is wrong: `line: what — mend`. */
function read(text: string) {
  const kind = recognize(text, context)
  const { said, faults } = sources[kind].read(text, context)
  return { kind, said, faults: faults.map(({ line, what, mend }) => `${line}: ${what} — ${mend}`) }
}

it.each([
  [
    'searches',
    `${queries}how often,3,9,1%,8\n"open,1,2,1%,3\nhow many,0,90,0%,44\n`,
    ['how often', 'how many'],
  ],
  [
    'searches in another language',
    'Suche,K,I,CTR,P\n"offen,1,2,1%,3\nwie oft,0,90,0%,44\n"wie, denn",0,9,0%,4\n',
    ['wie oft', 'wie, denn'],
  ],
  [
    'searches, with an inch further down',
    `${queries}how,3,9,1%,8\n"open,1,2,1%,3\n5",0,90,0%,44\n`,
    ['how', '5"'],
  ],
  ['a table', 'Question,Date\nHow?,2026-11-01\n"Open?,2026-11-02\nWhy?,2026-11-03\n', ['How?', 'Why?']],
  [
    'a table with semicolons',
    'Question;Date\r\nHow?;2026-11-01\r\n"Open?;2026-11-02\r\nWhy?;\r\n',
    ['How?', 'Why?'],
  ],
  [
    'a table, with whole quotes around it',
    'Question,Date\n"How, then?",2026-11-01\n"Open?,2026-11-02\n"Why, ""then""?",2026-11-03\n',
    ['How, then?', 'Why, "then"?'],
  ],
  [
    'a table, by words after a quote',
    'Question,Date\nHow?,2026-11-01\n"Open" they said,2026-11-02\nWhy?,2026-11-03\n',
    ['How?', 'Why?'],
  ],
])('loses one row to a quotation mark that is left open in %s', (_, text, kept) => {
  const { said, faults } = read(text)
  const line = text.split('\n').findIndex((each) => /^"(open|offen)/i.test(each)) + 1
  expect(said.map(({ text }) => text)).toEqual(kept)
  expect(said.map(({ line }) => line).includes(line)).toBe(false)
  expect(faults).toEqual([
    `${line}: a quotation mark without its other half — close it, or write two; the rows below are read`,
  ])
})

it('loses no more to many open quotation marks than their rows, and takes long texts', () => {
  const open = (mark: string) => `Question,Date\n${`${mark}Open?,2026-11-02\nWhy?,2026-11-03\n`.repeat(5000)}`
  expect(read(open('"'))).toMatchObject({ said: { length: 5000 }, faults: { length: 5000 } })
  const long = (lines: number) => read(`Question,Date\n"${'Long\n'.repeat(lines)}",2026-11-02\nWhy?,\n`)
  expect(long(200)).toMatchObject({ said: { length: 2 }, faults: [] })
  expect(long(201).faults[0]).toMatch(/^2: a quotation mark without its other half/)
})

it('reads nothing of a table whose names cannot be read, and says so', () => {
  expect(read('Question,"Date\nHow?,2026-11-01\n')).toMatchObject({
    said: [],
    faults: [
      '1: a quotation mark without its other half, in the line that names the columns — close it, or write two; no row was read',
    ],
  })
})

it('reads as many whole rows as there are, whatever is open between them', () => {
  const cell = fc.string({ unit: fc.constantFrom('a', 'b', ',', '"', '\n', ' '), maxLength: 8 })
  const whole = fc
    .tuple(cell, cell)
    .map((cells) => cells.map((each) => `"x${each.replaceAll('"', '""')}"`).join(','))
  const openRow = fc.constantFrom('"open,1', '"open" it,1', 'x,"open')
  const row = fc.oneof({ weight: 4, arbitrary: whole }, { weight: 1, arbitrary: openRow })
  fc.assert(
    fc.property(fc.array(row, { maxLength: 12 }), (rows) => {
      // What is left open ends at the next mark, which opens a value of its own.
      const text = ['"Question","Date"', ...rows, 'Last?,2026', ''].join('\n')
      const { said, faults } = sources.table.read(text, context)
      const isOpen = (each: string) => /open/.test(each)
      expect(said).toHaveLength(rows.filter((each) => !isOpen(each)).length + 1)
      expect(faults).toHaveLength(rows.filter(isOpen).length)
    }),
  )
})

it.each([
  [';', 'sep=;\r\nQuestion;Date\r\nHow, then?;2026-11-01\r\n'],
  ['tab', 'sep=\t\nQuestion\tDate\nHow, then?\t2026-11-01\n'],
])('skips the first line in which Excel names a %s', (_, text) => {
  expect(read(text)).toMatchObject({
    kind: 'table',
    said: [{ line: 3, text: 'How, then?', at: '2026-11-01' }],
  })
})
