import { describe, expect, it } from 'vitest'
import { countedItems } from '../../../src/board/counted-items.ts'
import { dimmersOf, weeksAround } from '../../../src/board/mix/dimmers.ts'
import { mixWindows } from '../../../src/board/mix/mix-windows.ts'
import { dimmerRow } from '../../../src/board/mix/render-dimmers.ts'
import { sharedOut } from '../../../src/board/mix/share-rows.ts'
import { volumeWords } from '../../../src/board/mix/volume-row.ts'
import { channelVolumes, countedOf, kindVolumes } from '../../../src/board/mix/volumes.ts'
import { renderPage } from '../../../src/board/render-page.ts'
import { mix } from '../../../src/board/views/mix.ts'
import { entriesOf } from '../../../src/calendar/mix.ts'
import { plan, post, readyPost } from '../calendar/corner-shop.ts'
import { boardDataOf, handoverAt } from './board-world.ts'

const now = '2026-11-22 09:00'
/** A snippet at a wall clock. */
const snippet = (at: string, kind = 'link') => `    - { kind: ${kind}, at: ${at}, text: "Words of ${at}" }`
const files = {
  'content/posts/live.mdx': readyPost(
    'Live',
    '2026-11-10',
    'hours: 2h',
    'snippets:',
    '  linkedin:',
    snippet('2026-11-10 10:00'),
    snippet('2026-11-12 10:00', 'question'),
    snippet('2026-11-24 10:00'),
    snippet('2026-11-26 10:00', 'offer'),
  ),
  'content/posts/scheduled.mdx': readyPost('Scheduled', '2026-12-01'),
  'content/posts/soft.mdx': post('title: Soft', 'planned: 2026-12-08', 'purpose: service'),
  'content/posts/late.mdx': post('title: Late and still a draft', 'planned: 2026-11-03', 'purpose: sales'),
  'content/activities/2026-11.yaml': `- { title: Listen, kind: listening, at: 2026-11-20 10:00, hours: 30m, channel: linkedin }
- { title: Call, kind: calls, at: 2026-11-25 10:00, channel: phone }
`,
}
const data = boardDataOf(files, now)
const entries = entriesOf(data.calendar).filter(({ soft, day }) => !soft || day > data.today)
const counted = countedOf(data, entries)
const [, last30, next30] = mixWindows(data.today)
if (!last30 || !next30) throw new Error('four windows')

describe('windows', () => {
  it('end today, or begin tomorrow', () => {
    expect(mixWindows('2026-11-22').map(({ from, to }) => `${from} ${to}`)).toEqual([
      '2026-08-25 2026-11-22',
      '2026-10-24 2026-11-22',
      '2026-11-23 2026-12-22',
      '2026-11-23 2027-02-20',
    ])
  })
})

describe('volumes', () => {
  it('count what went out by channel, beside what is asked', () => {
    // 24 October to 22 November: one post of 2 h; Tuesdays 27 October, 3 10 17 November at 3 h each. LinkedIn: two
    // snippets and half an hour of listening; 3 a week and 1 h a week are asked.
    expect(channelVolumes(counted, last30)).toEqual([
      { name: 'the site', count: 1, minutes: 120, asked: 4, askedMinutes: 720 },
      {
        name: 'linkedin',
        count: 3,
        minutes: 30,
        asked: expect.closeTo(90 / 7),
        askedMinutes: expect.closeTo(1800 / 7),
      },
      { name: 'phone', count: 0, minutes: 0 },
    ])
  })

  it('count what is ahead, soft posts too', () => {
    expect(channelVolumes(counted, next30).map(({ name, count, minutes }) => [name, count, minutes])).toEqual(
      [
        ['the site', 2, 360],
        ['linkedin', 2, 0],
        ['phone', 1, 60],
      ],
    )
  })

  it('count kinds, beside the dimmers of all channels', () => {
    expect(kindVolumes(counted, next30).map((each) => [each.name, volumeWords(each)])).toEqual([
      // Tuesdays 24 November, 1 8 15 22 December.
      ['post', '2 of 5 · 6 h of 15 h'],
      ['link', '1 of 8.6'],
      ['question', '0 of 4.3'],
      ['offer', '1, though it is off'],
      ['calls', '1 · 1 h'],
    ])
  })
})

describe('countedItems', () => {
  const handedOver = (at: string) => boardDataOf(files, now, { handovers: [handoverAt(at)] })
  it.each([
    ['before the first export, what was planned', data, 6],
    // The two of 10 and 12 November were never handed over.
    ['not what an export could have held', handedOver('2026-11-01T00:00:00Z'), 4],
    ['what came before an export', handedOver('2026-11-11T00:00:00Z'), 5],
  ])('counts %s', (_, world, expected) => {
    expect(countedItems(world)).toHaveLength(expected)
  })
})

describe('dimmers', () => {
  it('are held against four weeks on either side', () => {
    expect(weeksAround('2026-11-22').map(({ from, to }) => `${from} ${to}`)).toEqual([
      '2026-10-26 2026-11-01',
      '2026-11-02 2026-11-08',
      '2026-11-09 2026-11-15',
      '2026-11-16 2026-11-22',
      '2026-11-23 2026-11-29',
      '2026-11-30 2026-12-06',
      '2026-12-07 2026-12-13',
      '2026-12-14 2026-12-20',
    ])
    expect(dimmersOf(counted, data.today)).toEqual([
      { channel: 'linkedin', kind: 'link', asked: 2, weeks: [0, 0, 1, 0, 1, 0, 0, 0] },
      { channel: 'linkedin', kind: 'question', asked: 1, weeks: [0, 0, 1, 0, 0, 0, 0, 0] },
      { channel: 'linkedin', kind: 'offer', asked: 0, weeks: [0, 0, 0, 0, 1, 0, 0, 0] },
    ])
  })

  it.each<[string, number | undefined, number[], string, boolean]>([
    ['as asked', 1, [1, 1, 1, 1, 1, 1, 1, 1], '1, then 1 · asked 1', false],
    ['nothing ahead', 2, [2, 2, 2, 2, 0, 0, 0, 0], '2, then 0 · asked 2', true],
    ['off and silent', 0, [0, 0, 0, 0, 0, 0, 0, 0], 'off', false],
    ['off, and sent all the same', 0, [0, 0, 0, 1, 0, 0, 0, 0], '0.3, then 0 · asked off', true],
    ['nothing said', undefined, [1, 0, 0, 0, 0, 0, 0, 0], '0.3, then 0 · asked not said', false],
  ])('%s', (_, asked, weeks, words, isOdd) => {
    const row = dimmerRow({ channel: 'linkedin', kind: 'link', ...(asked !== undefined && { asked }), weeks })
    expect([row.words, row.isOdd]).toEqual([words, isOdd])
  })
})

describe('shares', () => {
  const eight = Array.from({ length: 8 }, (_, day) => ({
    purpose: day < 6 ? ('awareness' as const) : ('sales' as const),
    goal: 'acquire' as const,
    minutes: day < 6 ? 60 : 180,
    day: `2026-11-0${day + 1}`,
    soft: false,
  }))
  it('are counts under eight entries, without a target', () => {
    const { purposes, goals } = sharedOut(eight.slice(1), data.calendar.plan, last30)
    // The offers take 2 × 3 h.
    expect(purposes.map(({ label, words }) => [label, words])).toEqual([
      ['awareness', '5 · 5 h'],
      ['community', '0 · 0 h'],
      ['service', '0 · 0 h'],
      ['listening', '0 · 0 h'],
      ['sales', '2 · 6 h'],
    ])
    expect([...purposes, ...goals].every(({ thick, thin }) => thick.asked === undefined && !thin)).toBe(true)
  })

  it('are percentages from eight on, by number and by hours', () => {
    const { purposes } = sharedOut(eight, data.calendar.plan, last30)
    expect(purposes[0]).toEqual({
      label: 'awareness',
      words: '75 % (6) · 50 % (6 h)',
      target: 0.3,
      thick: { value: 0.75, asked: 0.3 },
      thin: { value: 0.5, asked: 0.3 },
    })
    expect(purposes[4]?.words).toBe('25 % (2) · 50 % (6 h)')
  })
})

describe('the pendulum', () => {
  const offers = (days: readonly string[]) =>
    Object.fromEntries(
      days.map((day, index) => [
        `content/posts/offer-${index}.mdx`,
        readyPost('Offer', day).replace('awareness', 'sales'),
      ]),
    )
  const shown = (days: readonly string[]) => {
    const world = boardDataOf(offers(days), now)
    return renderPage({ view: mix, content: mix.render(world) }, world)
  }
  const november = Array.from({ length: 8 }, (_, day) => `2026-11-0${day + 1}`)
  const december = Array.from({ length: 8 }, (_, day) => `2026-12-0${day + 1}`)
  it.each<[string, readonly string[], string]>([
    [
      'what is too much now',
      november,
      '8 of 8 entries (100 %) sell in the last 30 days. The plan asks for 10 %; up to 20 % is inside the band. <strong class="warn">That is too much',
    ],
    // Weeks end on Sundays: by 6 December there are six, by the 13th all eight.
    [
      'what will be too much',
      december,
      'As it is planned, 8 of 8 entries (100 %) sell in the 30 days up to Sun 13 Dec: too much selling.',
    ],
    [
      'that there are too few to say',
      november.slice(1),
      '7 of 7 entries sell in the last 30 days. The plan asks for 10 %; up to 20 % is inside the band. </p>',
    ],
  ])('says %s', (_, days, expected) => {
    expect(shown(days)).toContain(expected)
  })
})

describe('the page', () => {
  it('is words, whatever content says', () => {
    const html = renderPage({ view: mix, content: mix.render(data) }, data)
    expect(html).not.toMatch(/NaN|undefined|Infinity|\[object/)
    expect(html.match(/<table/g)).toHaveLength(6)
  })

  it.each([
    ['no channels and nothing at all', plan.replace(/channels:[\s\S]*?mix:/, 'channels: {}\nmix:')],
    ['no rhythm', plan.replace('rhythm: [tue 09:00]', 'rhythm: []')],
  ])('holds with %s', (_, bare) => {
    const empty = boardDataOf({ 'content/plan.yaml': bare }, now)
    expect(renderPage({ view: mix, content: mix.render(empty) }, empty)).not.toMatch(/NaN|undefined|Infinity/)
  })
})

it('says below each heading what the bars stand for', () => {
  const html = renderPage({ view: mix, content: mix.render(data) }, data)
  for (const by of ['purpose', 'goal', 'channel', 'kind'])
    expect(html, by).toContain(`<h2>By ${by}</h2><ul class="chart-legend">`)
})
