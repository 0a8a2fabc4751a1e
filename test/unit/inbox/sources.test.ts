import { expect, it } from 'vitest'
import type { ReadContext } from '../../../src/inbox/source.ts'
import { lastDayIn } from '../../../src/inbox/sources/search-console.ts'
import { recognize, sources } from '../../../src/inbox/sources.ts'

const tables: ReadContext['tables'] = {
  helpdesk: { on: 'email', columns: { text: 'Frage', at: 'Datum' }, dates: 'dd/mm/yyyy' },
}
const context = (file = 'x', table?: string): ReadContext => ({ file, tables, ...(table && { table }) })
const queries = 'Top queries,Clicks,Impressions,CTR,Position\n'

/** What a text is read as, what is taken from it, and what is wrong: `line: what — mend`. */
function read(text: string, file?: string, table?: string) {
  const kind = recognize(text, context(file, table))
  const { said, faults, dates } = sources[kind].read(text, context(file, table))
  return { kind, said, faults: faults.map(({ line, what, mend }) => `${line}: ${what} — ${mend}`), dates }
}

it.each([
  ['searches', `${queries}how often,1,20,5%,3.5\n`, 'search-console'],
  [
    'searches in another language',
    'Suchanfragen;Klicks;Impressionen;CTR;Position\nwie;1;20;5%;3,5\n',
    'search-console',
  ],
  ['pages', 'Top pages,Clicks,Impressions,CTR,Position\nhttps://a.example/,1,20,5%,3\n', 'search-console'],
  [
    'searches from an interface',
    'query,page,clicks,impressions,ctr,position\nhow,https://a.example/,1,2,0.5,3\n',
    'search-console',
  ],
  ['a table with usual names', 'Question,Date\nHow?,2026-11-01\n', 'table'],
  ['a table of the plan', 'Datum\tFrage\n2026-11-01\tWie?\n', 'table'],
  ['JSON lines', '{"text":"How?"}\n', 'json-lines'],
  ['RSS', '<?xml version="1.0"?>\n<rss version="2.0"><channel></channel></rss>', 'feed'],
  ['Atom', '<feed xmlns="http://www.w3.org/2005/Atom"></feed>', 'feed'],
  ['questions', 'How often, and where?\nWhat, then?\n', 'questions'],
  ['countries', 'Country,Clicks,Impressions,CTR,Position\nEstonia,1,20,5%,3\n', 'table'],
  ['questions that begin with a bracket', '[Urgent] How often?\n', 'questions'],
])('knows %s by what stands in it', (_, text, kind) => {
  expect(recognize(text, context())).toBe(kind)
})

it('reads searches with their figures, whatever parts thousands and decimals', () => {
  const { said, faults } = read(
    `${queries}how often,3,"1,200",0.25%,8.2\nonly words,x,1,0%,2\n,1,2,50%,1\nhow many,0,90,0%,44\n`,
  )
  expect(said.map(({ line, text, figures }) => [line, text, figures])).toEqual([
    [2, 'how often', { clicks: 3, impressions: 1200, position: 8.2 }],
    [5, 'how many', { clicks: 0, impressions: 90, position: 44 }],
  ])
  expect(faults).toEqual([
    '3: clicks, impressions and position of `only words` are not all numbers — take the row from the export as it was',
    '4: no search and no page stands here — write it, or delete the row',
  ])
  expect(read('Suche;K;I;CTR;P\nwie oft;3;1.200;0,25%;8,2\n').said[0]?.figures).toEqual({
    clicks: 3,
    impressions: 1200,
    position: 8.2,
  })
})

it.each([
  ['Top queries,Clicks,Impressions,CTR', '`Position`'],
  ['Top queries,Position', '`Clicks`, `Impressions`'],
  ['Suchanfragen,Klicks,Impressionen,CTR', '`Position`'],
  ['Country,Clicks,Impressions,CTR,Position', '`Top queries`'],
])('says what a search export with %s lacks', (names, lacks) => {
  const cells = names.split(',')
  const { said, faults } = read(`${names}\n${cells.map(() => '1').join(',')}\n`, 'x.csv')
  const has = cells.map((name) => `\`${name}\``).join(', ')
  expect(said).toEqual([])
  expect(faults).toEqual([
    `1: a search console export without ${lacks}; it has ${has} — export it anew, searches or pages with clicks, impressions and position`,
  ])
})

it('knows when and by whom something was asked, and what it takes nothing from', () => {
  const text = 'Question\tWho\tWhen\tMood\nHow?\tKati\t2026-11-01\tgood\n'
  expect(sources.table.read(text, context())).toMatchObject({
    said: [{ text: 'How?', by: 'Kati', at: '2026-11-01' }],
    columns: { text: 'Question', unused: ['Mood'] },
  })
  expect(sources['json-lines'].read('{"text":"How?","mood":"good"}', context()).columns).toEqual({
    text: 'text',
    unused: ['mood'],
  })
  expect(sources.table.read('Datum,Frage,X\n1,2,3\n', context()).columns).toBe(undefined)
})

it('tells pages from searches', () => {
  const { said } = read('Top pages,Clicks,Impressions,CTR,Position\nhttps://a.example/b/,1,20,5%,3\n')
  expect(said[0]).toMatchObject({ kind: 'page', url: 'https://a.example/b/' })
})

it.each([
  ['Date,Clicks,Impressions,CTR,Position\n2026-11-18,1,2,50%,3\n2026-11-20,1,2,50%,3\n', '2026-11-20'],
  [`${queries}how,1,2,50%,3\n`, undefined],
  ['', undefined],
])('finds the last day of an export in its file of days only: %j', (text, day) => {
  expect(lastDayIn(text)).toBe(day)
})

it.each([
  ['commas', 'Question,Date,Name\n"How, then?",2026-11-01,Kati\n'],
  ['semicolons', 'Question;Date;Name\nHow, then?;2026-11-01;Kati\n'],
  ['tabs', 'Question\tDate\tName\nHow, then?\t2026-11-01\tKati'],
])('reads a table with %s', (_, text) => {
  expect(read(text)).toMatchObject({
    said: [{ line: 2, text: 'How, then?', at: '2026-11-01', by: 'Kati' }],
    faults: [],
  })
})

it('says in which line a table is wrong, and reads the rest', () => {
  const { said, faults } = read('Question,Date\n"Two\nlines",2026-11-01\n,2026-11-02\nHow?,2026-11-03\n')
  expect(said.map(({ line, text }) => [line, text])).toEqual([
    [2, 'Two\nlines'],
    [5, 'How?'],
  ])
  expect(faults).toEqual(['4: nothing stands under `Question` — write the words there, or delete the row'])
})

it("takes the plan's columns, and where and in which order of dates they were written", () => {
  expect(read('Datum,Frage\n01/11/2026,Wie?\n')).toMatchObject({
    said: [{ text: 'Wie?', at: '01/11/2026', on: 'email' }],
    dates: 'dd/mm/yyyy',
  })
})

it.each([
  [
    'no words',
    'Wann,Was\n1,2\n',
    undefined,
    '1: no column holds the words; it has `Wann`, `Was` — say which in the plan, as in `inbox: { tables: { mine: { columns: { text: Wann } } } }`',
  ],
  [
    'another column than was asked for',
    'Datum,Fragen\n1,2\n',
    'helpdesk',
    '1: there is no column `Frage`; it has `Datum`, `Fragen` — did you mean `Fragen`? Say so in the plan, under `inbox.tables.helpdesk.columns`',
  ],
])('says what to do with a table of %s', (_, text, table, fault) => {
  const { said, faults } = sources.table.read(text, context('x.csv', table))
  expect(said).toEqual([])
  expect(faults.map(({ line, what, mend }) => `${line}: ${what} — ${mend}`)).toEqual([fault])
})

it('reads JSON lines that are whole, and names the others', () => {
  const { said, faults } = read('{"text":"How?","by":"Kati"}\n{bad\n[1]\n\n{"frage":"x"}\n{"text":{"a":1}}\n')
  expect(said).toEqual([{ line: 1, text: 'How?', by: 'Kati' }])
  expect(faults.map((fault) => fault.slice(0, 50))).toEqual([
    '2: this line is no object of JSON — write one obje',
    '3: this line is no object of JSON — write one obje',
    '5: no field holds the words; it has `frage` — say ',
    '6: nothing stands under `text` — write the words t',
  ])
})

it.each([
  '[\n  {\n    "text": "How?"\n  },\n  { "text": "Why?" }\n]\n',
  '[{"text":"How?"},\n{"text":"Why?"}\n]',
  '[{"text":"How?"}]',
])('says once that an array is none: %j', (text) => {
  expect(read(`\n${text}`)).toMatchObject({
    kind: 'json-lines',
    said: [],
    faults: [
      expect.stringMatching(/^2: one JSON array; one object a line is wanted, and nothing was read — /),
    ],
  })
})

it('reads questions one a line, without what lists begin with', () => {
  expect(read('- How?\n\n2) What?\n• Why 3 times?\n').said).toEqual([
    { line: 1, text: 'How?', kind: 'question' },
    { line: 3, text: 'What?', kind: 'question' },
    { line: 4, text: 'Why 3 times?', kind: 'question' },
  ])
})

it('reads RSS and Atom alike', () => {
  const rss = `<rss><channel><title>All</title>
<item><title>How do I plan?</title><link>https://a.example/1</link><guid>1</guid><dc:creator>Kati</dc:creator><pubDate>Tue, 10 Nov 2026 09:30:00 +0200</pubDate></item>
<item><title>By: Kati</title><description>&lt;p&gt;Is &lt;b&gt;this&lt;/b&gt; so?&lt;/p&gt;</description></item></channel></rss>`
  expect(read(rss)).toMatchObject({
    kind: 'feed',
    said: [
      {
        line: 2,
        text: 'How do I plan?',
        at: 'Tue, 10 Nov 2026 09:30:00 +0200',
        by: 'Kati',
        url: 'https://a.example/1',
        key: '1',
      },
      { line: 3, text: 'Is this so?' },
    ],
    faults: [],
  })
  const atom = `<feed><entry><title>How?</title><link rel="self" href="https://a.example/s"/><link href="https://a.example/2"/>
<author><name>Kati</name></author><id>2</id><published>2026-11-10T09:30:00Z</published></entry></feed>`
  expect(read(atom).said).toEqual([
    { line: 1, text: 'How?', at: '2026-11-10T09:30:00Z', by: 'Kati', url: 'https://a.example/2', key: '2' },
  ])
})

it('leaves entities that a feed makes up as they stand', () => {
  const levels = Array.from(
    { length: 9 },
    (_, index) => `<!ENTITY l${index + 1} "${`&l${index};`.repeat(10)}">`,
  )
  const bomb = `<?xml version="1.0"?>\n<!DOCTYPE x [<!ENTITY l0 "lol"><!ENTITY f SYSTEM "file:///etc/passwd">${levels.join('')}]>
<rss><channel><item><title>Why &l9; and &f; ?</title></item></channel></rss>`
  const { said, faults } = read(bomb)
  expect(said.map(({ text }) => text)).toEqual(['Why &l9; and &f; ?'])
  expect(faults).toEqual([
    '2: the feed makes up entities of its own; they were left as they stand — look whether what was taken from it is what you want',
  ])
})
