import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import type { Format, PlanProblem } from '../../../src/snippets/format.ts'
import { checkExport } from '../../../src/snippets/formats/check-export.ts'
import { openFormat } from '../../../src/snippets/formats.ts'
import { at, contextOf, exportItem, fullExports, metricoolTemplate } from './export-items.ts'

const usual = `Text: "{text}", When: "{day}.{month}.{year} {hour}:{minute}"`

function open(template: string, text: string | undefined): Format | PlanProblem[] {
  const context = contextOf(`exports: { templates: { tool: ${template} } }`)
  return openFormat('tool', context, () => text) as Format | PlanProblem[]
}

/** Problems as `field: what — mend`. */
function problemsOf(template: string, text: string | undefined): string[] {
  const opened = open(template, text)
  return Array.isArray(opened)
    ? opened.map(({ field, what, mend }) => `${field.slice(3).join('.')}: ${what} — ${mend}`)
    : []
}

const filled = (columns: string, more = '') => `{ file: ./t.csv, columns: { ${columns} }${more} }`

describe('a template that does not fit', () => {
  it.each([
    ['no such file', filled(usual), undefined, 'file: there is no file `./t.csv` beside the plan — download'],
    ['an empty file', filled(usual), '\r\n', 'file: the first line of `./t.csv` names no columns'],
    [
      'a column of another name',
      filled(`${usual}, Picture: "{image}"`),
      'Text,When,Pictures',
      'columns.Picture: `./t.csv` has no column `Picture` — did you mean `Pictures`?',
    ],
    [
      'a column that is not there',
      filled(`${usual}, Thumbnail: "{image}"`),
      'Text,When',
      'columns.Thumbnail: `./t.csv` has no column `Thumbnail` — choose from `Text`, `When`',
    ],
    [
      'a network without a column',
      filled(usual, ', networks: { x: Twitter }'),
      'Text,When,Twitter/X',
      'networks.x: `./t.csv` has no column `Twitter` — did you mean `Twitter/X`?',
    ],
    [
      'two columns of one name',
      filled(usual),
      'Text,When,Text',
      'file: `./t.csv` has two columns `Text` — give one of them another name',
    ],
    [
      'a column filled twice',
      filled(`${usual}, X: "TRUE"`, ', networks: { x: X }'),
      'Text,When,X',
      'networks.x: `X` is filled twice, here and in `columns` — remove it from `columns`',
    ],
    [
      'no words',
      filled('When: "{day}.{month}.{year} {hour}:{minute}"'),
      'Text,When',
      'columns: no column of `tool` holds the words — say which one does, with `{text}` in `columns`',
    ],
    [
      'no link',
      filled(usual.replace('{text}', '{words}')),
      'Text,When',
      'columns: no column of `tool` holds the link',
    ],
    [
      'half a time',
      filled(usual.replace(':{minute}', '')),
      'Text,When',
      'columns: no column of `tool` holds the minute',
    ],
  ])('says so: %s', (_, template, text, expected) => {
    expect(problemsOf(template, text)).toEqual([expect.stringContaining(expected)])
  })

  it('says all at once', () => {
    expect(problemsOf(filled('A: "{id}", B: x'), 'Text,When')).toHaveLength(8)
  })

  it('cannot take the name of a format', () => {
    const context = contextOf(`exports: { templates: { buffer: ${filled(usual)} } }`)
    expect(openFormat('buffer', context, () => 'Text,When')).toMatchObject([
      { what: '`buffer` is a format already' },
    ])
  })

  it('names nothing that cannot be filled', () => {
    expect(() => contextOf(`exports: { templates: { tool: ${filled('Text: "{txt}"')} } }`)).toThrow(
      'nothing fills `{txt}`',
    )
  })
})

describe('a template that fits', () => {
  const context = contextOf(fullExports)
  const metricool = openFormat('metricool', context, () => metricoolTemplate) as Format
  const item = exportItem({
    channel: 'linkedin',
    network: 'linkedin',
    parts: ['Words; with {text}, and $& in them'],
    url: 'https://notes.example/p/',
    image: { path: 'content/a.png', hash: '0', alt: 'A "week"' },
    imageUrl: 'https://notes.example/m/1.png',
    firstComment: 'More.',
    at: at('2027-03-14T23:30', 'America/New_York'),
  })

  it('keeps the columns and what parts them, and fills the named ones', () => {
    const { content, name } = metricool.render([item], 'queue', context)
    expect(name).toBe('metricool-queue.csv')
    expect(`${content.split('\r\n')[0]}\r\n`).toBe(metricoolTemplate)
    const [row = {}] = parse(content, { columns: true, delimiter: ';', bom: true }) as Record<
      string,
      string
    >[]
    expect(Object.fromEntries(Object.entries(row).filter(([, cell]) => cell !== ''))).toEqual({
      Text: 'Words; with {text}, and $& in them https://notes.example/p/',
      Date: '2027-03-15',
      Time: '05:30:00',
      Draft: 'FALSE',
      Facebook: 'FALSE',
      'Twitter/X': 'FALSE',
      LinkedIn: 'TRUE',
      Pinterest: 'FALSE',
      'Picture Url 1': 'https://notes.example/m/1.png',
      'Alt text picture 1': 'A "week"',
      'First Comment Text': 'More.',
      'Brand name': 'Corner Shop',
    })
  })

  it('leaves the line of names as it is, space and quotes included', () => {
    const text = '"Text", When ,"Twitter "'
    const tool = open(filled(`${usual}, Twitter: "{id}"`), `${text}\nan example,1,2\n`) as Format
    const { content } = tool.render([item], 'queue', context)
    expect(content).toBe(
      `${text}\r\n"Words; with {text}, and $& in them https://notes.example/p/",15.03.2027 05:30,posting/x/1/1\r\n`,
    )
  })

  it('keeps limits, and refuses what it has no column for', () => {
    expect(metricool).toMatchObject({ mostRows: 50, lead: 10, isPerChannel: 'when networks repeat' })
    const toot = exportItem({ channel: 'toots', network: 'mastodon' })
    expect(checkExport([toot], metricool, context).get(toot)).toMatchObject([
      { level: 'error', what: 'metricool does not post to Mastodon' },
    ])
    const hootsuite = openFormat('hootsuite', context, () => undefined) as Format
    expect(checkExport([item], hootsuite, context).get(item)).toMatchObject([
      { level: 'warning', what: 'hootsuite takes no comment from a file' },
      { level: 'error', what: 'no column of `hootsuite` holds images' },
    ])
  })

  it('has no line of names where the tool gives none, and columns in the order of the plan', () => {
    const hootsuite = openFormat('hootsuite', context, () => undefined) as Format
    const { content } = hootsuite.render([item], 'linkedin', context)
    expect(content).toBe('15/03/2027 05:30,"Words; with {text}, and $& in them",https://notes.example/p/\r\n')
    expect(hootsuite).toMatchObject({ isPerChannel: true, mostRows: 350 })
  })

  it('fills in names of channels, accounts and networks', () => {
    const text = 'Text,When,Where,Account,Net,Id'
    const tool = open(
      filled(`${usual}, Where: "{channel}", Account: "{account}", Net: "{network}", Id: "{id}"`),
      text,
    ) as Format
    expect(tool.isPerChannel).toBe(false)
    const { content } = tool.render([item], 'queue', context)
    expect(content).toMatch(/,linkedin,corner-shop,LinkedIn,posting\/x\/1\/1\r\n$/)
  })
})
