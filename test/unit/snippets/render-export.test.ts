import { expect, it } from 'vitest'
import { planSchema } from '../../../src/calendar/plan.ts'
import { renderExport } from '../../../src/snippets/agenda/render-export.ts'
import { csv } from '../../../src/snippets/formats/csv.ts'
import { foldLedger, type Row } from '../../../src/snippets/ledger/fold-ledger.ts'
import type { ExportPlan } from '../../../src/snippets/ledger/plan-export.ts'
import { morning, queueItem } from './queue-items.ts'

const context = planSchema.parse({
  site: { name: 'Notes', about: 'Notes', url: 'https://notes.example' },
  zone: 'UTC',
  channels: { x: { network: 'x' } },
})
const ledger = foldLedger(
  ['e', 'f'].flatMap((name) => [
    { type: 'export' as const, export: name, format: 'buffer', at: '2027-01-04T09:00:00Z' },
    {
      type: 'row' as const,
      export: name,
      id: 'posting/x/4/1',
      hash: '4',
      channel: 'x',
      at: morning(4),
      text: 'Four.',
    },
  ]),
)
const none: ExportPlan = {
  write: [],
  warnings: [],
  unchanged: [],
  removeFirst: [],
  uncertain: [],
  twice: [],
  toPush: [],
  held: [],
  missed: [],
  again: [],
  byHand: [],
}

function rendered(plan: Partial<ExportPlan>): string {
  return renderExport(
    {
      plan: { ...none, ...plan },
      files: [],
      format: csv,
      context,
      now: morning(0),
      until: '2027-01-18',
      place: 'out/',
      lost: [],
      ledger,
      isShared: false,
      warnings: new Map([
        [
          'posting/x/1/1',
          [{ level: 'warning', field: ['snippets', 'x', 0, 'text'], what: 'said before', mend: 'say else' }],
        ],
        ['posting/x/9/1', [{ level: 'warning', field: [], what: 'not written', mend: 'nothing' }]],
      ]),
      placeOf: ({ file }, field) => ({ file, line: field.length, column: 1 }),
    },
    { columns: 100, style: (_, text) => text },
  )
}

it('says of what is written what there is to think about, with its place', () => {
  const at = morning(1)
  const item = { ...queueItem({ at }), at }
  const warnings = [{ item, field: ['snippets', 'x', 0, 'image', 'alt'], what: 'no alt', mend: 'add it' }]
  expect(rendered({ write: [item], warnings })).toContain(
    [
      'To think about',
      '  Wed 6 Jan 09:00  x          Two posts a week are plenty.',
      '    posting/x/1/1',
      '    content/posts/posting.mdx:5:1  no alt — add it',
      '    content/posts/posting.mdx:4:1  said before — say else',
      '',
    ].join('\n'),
  )
  expect(rendered({ write: [item] })).not.toContain('not written')
})

it('says all that is in the way of something, once', () => {
  const held = ['too long', 'a blackout'].map((what) => ({
    item: queueItem({ at: morning(2) }),
    what,
    mend: 'mend it',
  }))
  expect(rendered({ held })).toContain(
    [
      'Held back',
      '  Thu 7 Jan 09:00  x          Two posts a week are plenty.',
      '    posting/x/1/1',
      '    content/posts/posting.mdx:3:1  too long — mend it',
      '    content/posts/posting.mdx:3:1  a blackout — mend it',
      '',
    ].join('\n'),
  )
})

it('asks of what was handed over twice whether each was uploaded', () => {
  const twice = ledger.active.get('posting/x/4/1') as Row[]
  expect(rendered({ twice })).toContain(
    [
      'Handed over twice; was each of these uploaded?',
      '  Sat 9 Jan 09:00  x          Four.',
      '    e, for Buffer',
      '  Sat 9 Jan 09:00  x          Four.',
      '    f, for Buffer',
      '  If so: npm run queue -- confirm EXPORT. If not: npm run queue -- undo EXPORT.',
      '',
    ].join('\n'),
  )
})
