import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ExportItem, Format, Sure } from '../../../src/snippets/format.ts'
import { batchesOf } from '../../../src/snippets/formats/batches-of.ts'
import { checkExport, isFor } from '../../../src/snippets/formats/check-export.ts'
import { postizBody } from '../../../src/snippets/formats/postiz.ts'
import { formats, openFormat, unknownFormat } from '../../../src/snippets/formats.ts'
import { at, contextOf, exportItem, fullExports } from './export-items.ts'

const context = contextOf(fullExports)
const all = Object.entries(formats) as [keyof typeof formats, Format][]
const image = { path: 'content/a.png', hash: '0', alt: 'Two days of a week' }
const imageUrl = 'https://notes.example/blog/m/1.png'

/** What is said of one item, as `level field: what`. */
function said(id: keyof typeof formats, given: Partial<ExportItem>, plan = context): string[] {
  const item = exportItem(given)
  return (checkExport([item], formats[id], plan).get(item) ?? []).map(
    ({ level, field, what }) => `${level} ${field.join('.')}: ${what}`,
  )
}

describe('every format', () => {
  it.each(all)('%s says where it was read, when, and how sure it is', (_, { source }) => {
    expect(source.where).toMatch(/\S/)
    expect(source.read).toMatch(/^20\d\d-(0[1-9]|1[0-2])$/)
    expect(['vendor', 'vendor + several', 'several', 'standard', 'ours'] satisfies Sure[]).toContain(
      source.sure,
    )
  })

  it.each(all)('%s says what to do next, and which zone to set where it carries none', (id, format) => {
    const file = format.render([exportItem({ channel: 'linkedin', network: 'linkedin' })], 'queue', context)
    const steps = format.steps([file], context).join('\n')
    expect(steps).toContain(file.name)
    expect(steps.includes('set the time zone to Europe/Tallinn')).toBe(!format.hasZone)
    expect(file.name).toMatch(id === 'csv' || id === 'jsonl' ? /^plain-/ : /^[\w-]+-queue\.\w+$/)
  })
})

describe('what a tool cannot take', () => {
  const link = { channel: 'linkedin', network: 'linkedin' } as const

  it.each([
    ['a thread', 'publer', { ...link, parts: ['One.', 'Two.'] }, /^error .*parts: Publer takes no threads/],
    [
      'a network',
      'ayrshare',
      { channel: 'toots', network: 'mastodon' },
      /^error .*: Ayrshare does not post to Mas/,
    ],
    [
      'a long text',
      'buffer',
      { channel: 'page', network: 'facebook', parts: ['x'.repeat(5001)] },
      /5,001 characters, and Buffer, for Facebook, takes 5,000: 1 too many/,
    ],
    [
      'a long caption',
      'buffer',
      { channel: 'insta', network: 'instagram', parts: ['x'.repeat(2197)] },
      /Buffer, for Instagram, takes 2,196/,
    ],
    ['an image nobody can fetch', 'publer', { ...link, image }, /^error .*image: its image has no address/],
    [
      'a description',
      'buffer',
      { ...link, image, imageUrl },
      /^warning .*image\.alt: Buffer takes no description/,
    ],
    [
      'a comment',
      'sprout-social',
      { ...link, firstComment: 'More.' },
      /^warning .*firstComment: .*no comment/,
    ],
    ['two comments in one', 'publer', { ...link, firstComment: 'a || b' }, /^error .*`\|\|` parts two/],
    [
      'a formula',
      'highlevel',
      { ...link, parts: ['=SUM(A1)'] },
      /^error .*in `content`, the words begin with `=`/,
    ],
    [
      'a drawing',
      'publer',
      { ...link, image: { ...image, path: 'content/a.SVG' }, imageUrl },
      /^error .*image: networks show no SVG/,
    ],
    ['a tab', 'csv', { ...link, parts: ['\tx'] }, /^error .*begin with a tab/],
    ['a carriage return', 'csv', { ...link, parts: ['\rx'] }, /^error .*begin with a carriage return/],
    ['a sign', 'ayrshare', { ...link, parts: ['@mari says'] }, /^warning .*begin with `@`/],
    [
      'a formula in a comment',
      'publer',
      { ...link, firstComment: '=1' },
      /^error .*in `Comment\(s\) - Separated by \|\|`/,
    ],
    [
      'an hour that comes twice',
      'buffer',
      { ...link, at: at('2027-10-31T03:30') },
      /^error .*at: `2027-10-31 03:30` happens twice in Europe\/Tallinn/,
    ],
  ] as const)('%s', (_, id, given, expected) => {
    const problems = said(id, given as Partial<ExportItem>)
    expect(problems).toHaveLength(1)
    expect(problems[0]).toMatch(expected)
  })

  it.each([
    ['publer', { ...link, image, imageUrl, firstComment: 'More.' }],
    [
      'postiz',
      { channel: 'x', network: 'x', parts: ['=One', 'Two'], image, imageUrl, firstComment: 'More.' },
    ],
    ['ayrshare', { ...link, at: at('2027-10-31T03:30') }],
    ['buffer', { channel: 'page', network: 'facebook', parts: ['x'.repeat(5000)] }],
    ['icalendar', { channel: 'phone', network: 'phone', parts: ['=1'] }],
  ] as const)('nothing is said by %s of what it takes', (id, given) => {
    expect(said(id, given as Partial<ExportItem>)).toEqual([])
  })

  it.each([
    ['buffer', 'pins', 'pinterest', /which board pins of `pins` go to/],
    ['publer', 'pins', 'pinterest', /which board pins of `pins` go to/],
    ['postiz', 'linkedin', 'linkedin', /does not say what `linkedin` is in Postiz/],
  ] as const)('%s needs to be told of %s', (id, channel, network, expected) => {
    const problems = said(id, { channel, network, image, imageUrl }, contextOf())
    expect(problems.filter((each) => each.startsWith('error'))).toEqual([expect.stringMatching(expected)])
  })

  it('points at a share in the body as a whole', () => {
    expect(said('buffer', { field: [], ...link, firstComment: 'More.' })[0]).toMatch(/^warning : /)
  })

  it('leaves calls and activities to the formats that take everything', () => {
    const call = exportItem({ network: 'phone' })
    const fair = exportItem({ kind: 'activity' })
    const post = exportItem({ network: 'x' })
    expect(
      Object.keys(formats).filter((id) => isFor(formats[id as keyof typeof formats] as Format, call)),
    ).toEqual(['csv', 'jsonl', 'icalendar'])
    expect(isFor(formats.buffer, fair)).toBe(false)
    expect(all.every(([, format]) => isFor(format, post))).toBe(true)
  })
})

describe('items together', () => {
  const post = (id: string, time: string, given: Partial<ExportItem> = {}) =>
    exportItem({
      id,
      channel: 'linkedin',
      network: 'linkedin',
      parts: [id],
      at: at(`2027-03-29T${time}`),
      ...given,
    })
  const refused = (id: keyof typeof formats, items: readonly ExportItem[]) =>
    [...checkExport(items, formats[id], context)].flatMap(([item, problems]) =>
      problems.map(({ level, mend }) => [item.id, level, mend]),
    )

  it('have to be ten minutes apart in Sprout Social, on one channel', () => {
    expect(
      refused('sprout-social', [
        post('a', '09:00'),
        post('b', '09:05'),
        post('c', '09:12'),
        post('e', '08:55'),
        post('f', '08:50'),
        post('d', '09:05', { channel: 'page', network: 'facebook' }),
      ]),
    ).toEqual([
      ['b', 'error', 'choose `2027-03-29 09:10` or later'],
      ['e', 'error', 'choose `2027-03-29 09:10` or later'],
    ])
  })

  it('stay where they come first, whatever comes in between', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(59), { maxLength: 20 }), (minutes) => {
        const items = minutes.map((minute, index) =>
          post(String(index), `09:${String(minute).padStart(2, '0')}`),
        )
        const problems = checkExport(items, formats['sprout-social'], context)
        const kept: number[] = []
        minutes.forEach((minute, index) => {
          const isFree = kept.every((other) => Math.abs(other - minute) >= 10)
          expect(problems.has(items[index] as ExportItem)).toBe(!isFree)
          if (isFree) kept.push(minute)
        })
      }),
    )
  })

  it('have to differ in Ayrshare', () => {
    const parts = ['The same words.']
    expect(
      refused('ayrshare', [
        post('a', '09:00', { parts }),
        post('b', '10:00', { parts }),
        post('c', '11:00', { parts, channel: 'page', network: 'facebook' }),
        post('d', '09:00', { parts, at: at('2027-04-02T09:00') }),
      ]).map(([id, level]) => [id, level]),
    ).toEqual([
      ['b', 'error'],
      ['c', 'warning'],
    ])
  })
})

describe('files', () => {
  const channels = ['linkedin', 'page', 'fans', 'x'] as const
  const networkOf = { linkedin: 'linkedin', page: 'facebook', fans: 'facebook', x: 'x' } as const
  const items = fc
    .array(fc.record({ channel: fc.constantFrom(...channels), minute: fc.nat(59) }), { maxLength: 30 })
    .map((each) =>
      each.map(({ channel, minute }, index) =>
        exportItem({
          id: `post/${channel}/1/${index}`,
          channel,
          network: networkOf[channel],
          at: at(`2027-03-29T09:${String(minute).padStart(2, '0')}`),
        }),
      ),
    )

  it('hold every item once, in order, no more rows than the tool takes, each under a name of its own', () => {
    fc.assert(
      fc.property(
        items,
        fc.constantFrom(true, false, 'when networks repeat' as const),
        fc.constantFrom(1, 2, 7, undefined),
        (given, isPerChannel, mostRows) => {
          const batches = batchesOf(given, { isPerChannel, ...(mostRows && { mostRows }) }, context)
          const ids = batches.flatMap(({ items }) => items.map(({ id }) => id))
          expect(ids.toSorted()).toEqual(given.map(({ id }) => id).toSorted())
          expect(new Set(batches.map(({ name }) => name)).size).toBe(batches.length)
          for (const { items } of batches) {
            expect(items.length).toBeGreaterThan(0)
            expect(items.length).toBeLessThanOrEqual(mostRows ?? given.length)
            const instants = items.map(({ at }) => at.instant)
            expect(instants).toEqual(instants.toSorted())
            if (isPerChannel === true) expect(new Set(items.map(({ channel }) => channel)).size).toBe(1)
          }
        },
      ),
    )
  })

  it.each([
    ['buffer', 101, 2],
    ['sprout-social', 351, 2],
    ['highlevel', 181, 3],
    ['publer', 1000, 1],
    ['jsonl', 1000, 1],
  ] as const)('of %s: %d rows make %d', (id, rows, files) => {
    const many = Array.from({ length: rows }, (_, index) =>
      exportItem({ id: String(index), channel: 'linkedin' }),
    )
    const names = batchesOf(many, formats[id], context).map(
      ({ name, items }) => formats[id].render(items, name, context).name,
    )
    expect(names).toHaveLength(files)
    if (files > 1) expect(names[1]).toMatch(/-linkedin-2\.csv$/)
  })

  it('are one where rows name networks, as long as no two channels are on the same', () => {
    const items = [
      exportItem({ channel: 'page', network: 'facebook' }),
      exportItem({ channel: 'x', network: 'x' }),
    ]
    const { fans: _, ...alone } = context.channels
    expect(batchesOf(items, formats.ayrshare, context).map(({ name }) => name)).toEqual(['page', 'x'])
    expect(batchesOf(items, formats.ayrshare, { channels: alone }).map(({ name }) => name)).toEqual(['queue'])
    const onlyX = { ...formats.ayrshare, networks: ['x'] as const }
    expect(batchesOf(items, onlyX, context)).toHaveLength(1)
  })
})

it('Postiz is told of a change by the id that it gave', () => {
  const item = exportItem({ channel: 'x', network: 'x', parts: ['One.', 'Two.'] })
  expect(postizBody(item, context, 'cm4').posts[0]?.value).toEqual([
    { id: 'cm4', content: 'One.', image: [] },
    { content: 'Two.', image: [] },
  ])
})

describe('a format is opened', () => {
  it('by its name', () => {
    expect(openFormat('buffer', context, () => undefined)).toBe(formats.buffer)
    expect(openFormat('loomly', context, () => undefined)).toBeUndefined()
    expect(openFormat('toString', context, () => undefined)).toBeUndefined()
  })

  it('once the plan says what it needs', () => {
    expect(openFormat('sprout-social', contextOf(), () => undefined)).toMatchObject([
      { field: ['exports', 'sprout-social', 'dates'], what: expect.stringContaining('March or as April') },
    ])
  })

  it('or it is said which there are', () => {
    expect(unknownFormat('bufer', context)).toBe('There is no format bufer. Did you mean buffer?')
    expect(unknownFormat('loomly', context)).toContain('icalendar, metricool, hootsuite; any other tool')
  })
})
