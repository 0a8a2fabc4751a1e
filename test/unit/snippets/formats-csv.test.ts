import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ExportItem, Format } from '../../../src/snippets/format.ts'
import { textCell } from '../../../src/snippets/formats/csv-format.ts'
import { readCsvHeader, renderCsv } from '../../../src/snippets/formats/csv-text.ts'
import { reviewFile } from '../../../src/snippets/formats/review-file.ts'
import { openFormat } from '../../../src/snippets/formats.ts'
import { sentParts } from '../../../src/snippets/queue-item.ts'
import { at, contextOf, exportItem, fullExports, metricoolTemplate } from './export-items.ts'

const hard = fc.constantFrom(
  ...['"', '""', ',', ';', '\r', '\n', '\r\n', '\t', '=1+1', '+', '-', '@x', "'", ' ', '\uFEFF', '\\', '||'],
  ...['👩‍👩‍👧‍👦', 'שלום', '\u202Eabc', 'e\u0301', '\u2028', '\0', '\u0085', '{text}', '$&', '\\n'],
)
const words = fc
  .array(fc.oneof(hard, fc.string({ unit: 'binary' }), fc.string()), { maxLength: 6 })
  .map((pieces) => pieces.join(''))

/** Another parser than the one that comes with the writer. */
function readCsv(text: string, delimiter = ','): string[][] {
  const bytes = Buffer.from(text)
  return parse(bytes.toString(), { record_delimiter: '\r\n', relax_column_count: true, delimiter })
}

describe('CSV', () => {
  it('reads back as it was written, by another parser, from its bytes', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(words, { minLength: 2, maxLength: 5 }), { minLength: 1, maxLength: 6 }),
        fc.constantFrom(',', ';'),
        (rows, delimiter) => {
          const text = renderCsv(rows, delimiter)
          expect(readCsv(text, delimiter)).toEqual(rows)
          expect(text.endsWith('\r\n')).toBe(true)
        },
      ),
      { numRuns: 500 },
    )
  })

  it('ends lines in CRLF, and leaves line breaks in words as they are', () => {
    expect(
      renderCsv([
        ['a', 'b'],
        ['1\n2', '=3'],
      ]),
    ).toBe('a,b\r\n"1\n2",=3\r\n')
  })

  it.each([
    ['\uFEFFText;Date\r\nx;y\r\n', ['Text', 'Date'], ';'],
    ['"Text, with comma",Date\n', ['Text, with comma', 'Date'], ','],
    ['Text\tDate', ['Text', 'Date'], '\t'],
    ['Text', ['Text'], ','],
    ['', [], ','],
    ['\uFEFFText ,"a ""b""\nc" \r1,2\r', ['Text', 'a "b"\nc'], ',', '\uFEFFText ,"a ""b""\nc" '],
  ])('reads the header of %j', (text, names, delimiter, line = text.split(/\r?\n/)[0]) => {
    expect(readCsvHeader(text)).toEqual({ names, delimiter, line })
  })
})

const context = contextOf(fullExports)
const textColumns = {
  buffer: 'Text',
  publer: 'Text',
  'sprout-social': 'message_text',
  highlevel: 'content',
  ayrshare: 'post',
  csv: 'text',
  metricool: 'Text',
}

describe.each(Object.entries(textColumns))('%s', (id, column) => {
  const format = openFormat(id, context, () => metricoolTemplate) as Format

  it('keeps words byte for byte, and one row an item', () => {
    const item = fc
      .record({
        parts: fc.array(words, { minLength: 1, maxLength: 1 }),
        firstComment: words,
        alt: words,
        channel: fc.constantFrom('linkedin', 'page'),
      })
      .map(
        ({ alt, channel, ...given }): ExportItem =>
          exportItem({
            ...given,
            channel,
            network: channel === 'page' ? 'facebook' : 'linkedin',
            url: 'https://notes.example/a,b/?c="d"',
            image: { path: 'content/a.png', hash: '0', alt },
            imageUrl: 'https://notes.example/m/1.png',
          }),
      )
    fc.assert(
      fc.property(fc.array(item, { minLength: 1, maxLength: 5 }), (items) => {
        const { content } = format.render(items, 'queue', context)
        const isMarked = id === 'metricool'
        const [header = [], ...rows] = readCsv(isMarked ? content.slice(1) : content, isMarked ? ';' : ',')
        const index = header.indexOf(column)
        expect(rows.map((row) => row[index])).toEqual(items.map((each) => textCell(sentParts(each))))
        expect(new Set(rows.map(({ length }) => length))).toEqual(new Set([header.length]))
        expect(content.startsWith('\uFEFF')).toBe(isMarked)
      }),
    )
  })

  it("writes times in the plan's zone, whatever zone they were written in", () => {
    const { content } = format.render(
      [exportItem({ at: at('2027-03-13T23:30', 'America/New_York'), channel: 'linkedin' })],
      'linkedin',
      context,
    )
    expect(content).toMatch(
      {
        'sprout-social': /14\/03\/2027,06:30/,
        highlevel: /2027-03-14 06:30:00/,
        ayrshare: /2027-03-14T04:30:00Z/,
        csv: /2027-03-14T04:30:00Z,Europe\/Tallinn,2027-03-14T06:30:00\+02:00/,
        metricool: /2027-03-14;06:30:00/,
      }[id] ?? /2027-03-14 06:30(?!:)/,
    )
  })
})

it('guards every cell of the table for people, and none of it is lost', () => {
  fc.assert(
    fc.property(words, words, (text, firstComment) => {
      const { content } = reviewFile([exportItem({ parts: [text], firstComment })], 'NAME', context)
      const [, , row = []] = readCsv(content.replace(/^\uFEFF/, ''))
      for (const cell of row) expect(cell).not.toMatch(/^[=+\-@\t\r\n]/)
      expect([text, `'${text}`]).toContain(row[4])
    }),
  )
})
