import { describe, expect, it } from 'vitest'
import { planSchema } from '../../../src/calendar/plan.ts'
import { cell, cut } from '../../../src/snippets/agenda/cell.ts'
import { foldLedger } from '../../../src/snippets/ledger/fold-ledger.ts'
import type { Statement } from '../../../src/snippets/ledger/ledger-line.ts'
import type { QueueItem } from '../../../src/snippets/queue-item.ts'
import { renderAgenda } from '../../../src/snippets/render-agenda.ts'
import { morning, queueItem } from './queue-items.ts'

const plan = planSchema.parse({
  site: { name: 'Notes', about: 'Notes', url: 'https://notes.example' },
  zone: 'UTC',
  blackouts: ['2027-01-08'],
  channels: {
    x: {
      network: 'x',
      times: ['wed 09:00', 'fri 09:00'],
      dimmers: { tip: '3/week', link: '1/2 weeks', offer: 'off' },
    },
    phone: { network: 'phone' },
  },
})
const words = 'Two posts a week are plenty, as long as they are two that people wait for.'
const items = [
  queueItem({ id: 'posting/x/9/1', at: morning(-3), parts: ['Before the first export.'] }),
  queueItem({ id: 'posting/x/10/1', at: morning(-1), parts: ['Too late by now.'] }),
  queueItem({ parts: [words], at: morning(1) }),
  queueItem({
    id: 'posting/x/2/1',
    hash: 'open',
    at: morning(2),
    parts: ['Ünïcödé 日本語の文字がここに並んでいます 👩‍👩‍👧‍👦 and on it goes, \u001b[31mred\u001b[0m'],
  }),
  queueItem({
    id: 'posting/x/3/1',
    kind: 'link',
    at: morning(8),
    waitsUntil: morning(7).instant,
    parts: ['One', 'Two'],
  }),
  queueItem({
    id: 'posting/x/4/1',
    kind: 'offer',
    at: morning(3),
    problems: [
      {
        field: ['snippets', 'x', 3, 'at'],
        what: 'a day on which nothing goes out',
        mend: 'choose another day',
      },
    ],
  }),
  queueItem({
    id: 'activity/2027-01/1/1',
    channel: 'phone',
    network: 'phone',
    kind: 'activity',
    allDay: true,
    at: morning(2),
    parts: ['Call everyone back'],
  }),
].sort((a, b) => ((a.at?.instant ?? '') < (b.at?.instant ?? '') ? -1 : 1))

const rows: Statement[] = [
  { type: 'export', export: '20270104T080000Z-1a2b3c', format: 'buffer', at: '2027-01-04T08:00:00Z' },
  {
    type: 'row',
    export: '20270104T080000Z-1a2b3c',
    id: 'posting/x/2/1',
    hash: 'open',
    channel: 'x',
    at: morning(2),
    text: '',
  },
]

function rendered(given: readonly QueueItem[], columns = 80): string {
  return renderAgenda(
    {
      calendar: { plan, now: morning(0), activities: [] },
      items: given,
      warnings: new Map([
        ['posting/x/1/1', [{ level: 'warning', field: [], what: 'said before', mend: 'say something else' }]],
      ]),
      ledger: foldLedger(rows),
      from: '2027-01-05',
      until: '2027-01-18',
      placeOf: ({ file }) => ({ file, line: 7, column: 3 }),
    },
    { columns, style: (_, text) => text },
  )
}

describe('the agenda', () => {
  it('says what goes out, and what to see to', async () => {
    await expect(rendered(items)).toMatchFileSnapshot('./agenda.golden.txt')
  })

  it.each([80, 100])('keeps to %i columns, save where it quotes a problem', (columns) => {
    const lines = rendered(items, columns).split('\n')
    const wide = lines.filter((line) => [...line].length > columns && !/^ {2}(error|warning|x )/.test(line))
    expect(wide).toEqual([])
  })

  it('lets no words of a snippet steer the terminal', () => {
    expect(rendered(items)).not.toMatch(/[\p{Cc}--\n]/v)
  })

  it('is short where there is nothing', () => {
    const quiet = renderAgenda(
      {
        calendar: { plan: { ...plan, channels: {} }, now: morning(0), activities: [] },
        items: [],
        warnings: new Map(),
        ledger: foldLedger([]),
        from: '2027-01-05',
        until: '2027-01-18',
        placeOf: ({ file }) => ({ file, line: 1, column: 1 }),
      },
      { columns: 80, style: (_, text) => text },
    )
    expect(quiet).toBe('What goes out  Tue 5 Jan to Mon 18 Jan, UTC\n\n  Nothing.\n')
  })
})

it.each([
  ['short', 10, 'short     '],
  ['exactly ten', 11, 'exactly ten'],
  ['one too long', 11, 'one too lo…'],
  ['日本語の文字', 8, '日本語… '],
  ['👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦', 5, '👩‍👩‍👧‍👦👩‍👩‍👧‍👦…'],
  ['two\nlines', 9, 'two lines'],
])('fills and cuts %j to %i columns', (text, columns, expected) => {
  expect(cell(text, columns)).toBe(expected)
  expect(cut(text, columns)).toBe(expected.trimEnd())
})
