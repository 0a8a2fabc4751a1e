import { expect, it } from 'vitest'
import { planSchema } from '../../../src/calendar/plan.ts'
import { csv } from '../../../src/snippets/formats/csv.ts'
import { postiz } from '../../../src/snippets/formats/postiz.ts'
import { foldLedger } from '../../../src/snippets/ledger/fold-ledger.ts'
import type { Statement } from '../../../src/snippets/ledger/ledger-line.ts'
import { planExport } from '../../../src/snippets/ledger/plan-export.ts'
import { planPush } from '../../../src/snippets/ledger/plan-push.ts'
import { morning, queueItem } from './queue-items.ts'

const plan = planSchema.parse({
  site: { name: 'Notes', about: 'Notes', url: 'https://notes.example' },
  zone: 'UTC',
  channels: { x: { network: 'x' }, page: { network: 'facebook' } },
})
const now = morning(0)
const wish = { format: csv, context: plan, now, until: '2027-02-01' }
const problems = [
  { field: ['snippets', 'x', 0, 'at'], what: 'a blackout', mend: 'choose another day' },
  { field: ['snippets', 'x', 0, 'text'], what: 'too long', mend: 'shorten it' },
]
const item = queueItem({ at: morning(2) })

/** Exports of the item, each of its own name. */
function ledgerOf(names: readonly string[], confirmed: readonly string[] = []) {
  const { id, hash, channel, parts } = item
  return foldLedger([
    ...names.flatMap((name): Statement[] => [
      { type: 'export', export: name, format: 'csv', at: '2027-01-04T09:00:00Z' },
      { type: 'file', export: name, name: `${name}.csv`, content: '' },
      { type: 'row', export: name, id, hash, channel, at: morning(2), text: parts.join() },
    ]),
    ...confirmed.map((name): Statement => ({ type: 'confirm', export: name, at: '2027-01-04T10:00:00Z' })),
  ])
}

it.each([
  ['the tool has', ['e'], { removeFirst: ['e'], uncertain: [] }, 'the tool has it as it was handed over'],
  ['stands in an open file', [], { removeFirst: [], uncertain: ['e'] }, 'it stands as it was in `e`'],
])('asks for the removal of what has something in the way, and %s', (_, confirmed, expected, words) => {
  const { removeFirst, uncertain, held } = planExport(
    [{ ...item, problems }],
    ledgerOf(['e'], confirmed),
    wish,
  )
  const exports = (rows: typeof removeFirst) => rows.map((row) => row.export)
  expect({ removeFirst: exports(removeFirst), uncertain: exports(uncertain) }).toEqual(expected)
  expect(held.map(({ field, what }) => [field, what])).toEqual([
    [problems[0]?.field, expect.stringContaining(`a blackout; ${words}`)],
    [problems[1]?.field, expect.stringContaining(`too long; ${words}`)],
  ])
})

it('says nothing of a tool where nothing was handed over', () => {
  const { removeFirst, uncertain, held } = planExport([{ ...item, problems }], ledgerOf([]), wish)
  expect({ removeFirst, uncertain }).toEqual({ removeFirst: [], uncertain: [] })
  expect(held.map(({ what }) => what)).toEqual(['a blackout', 'too long'])
})

it('has a server delete what has something in the way, and nothing that goes out too soon for that', () => {
  const { id, hash, channel, parts } = item
  const sent = { type: 'sent' as const, export: 'e', id, at: '2027-01-04T10:00:00Z', remote: 'p1' }
  const ledgerAt = (at: typeof now) =>
    foldLedger([
      { type: 'export', export: 'e', format: 'postiz', at: '2027-01-04T09:00:00Z' },
      { type: 'row', export: 'e', id, hash, channel, at, text: parts.join() },
      sent,
    ])
  const removed = (at: typeof now) =>
    planPush([{ ...item, at, problems }], ledgerAt(at), {
      ...wish,
      format: postiz,
      server: 'postiz',
    }).remove.map(({ remote }) => remote)
  const soon = { local: '2027-01-05T09:04', zone: 'UTC', instant: '2027-01-05T09:04:00Z' }
  expect(removed(morning(2))).toEqual(['p1'])
  expect(removed(soon)).toEqual([])
})

it('lists apart what two open exports hold', () => {
  const { write, twice, uncertain, removeFirst } = planExport([item], ledgerOf(['e', 'f']), wish)
  expect({ write, uncertain, removeFirst }).toEqual({ write: [], uncertain: [], removeFirst: [] })
  expect(twice.map((row) => row.export)).toEqual(['e', 'f'])
})

it('finds what is to leave a channel that is called otherwise now, whatever channels are asked for', () => {
  const { channels, ...rest } = plan
  const context = { ...rest, channels: { feed: channels.x, page: channels.page } } as typeof plan
  const renamed = queueItem({ channel: 'feed', series: 'posting/feed/1', hash: '1', at: morning(2) })
  const ledger = foldLedger([
    { type: 'export', export: 'e', format: 'csv', at: '2027-01-04T09:00:00Z' },
    { type: 'confirm', export: 'e', at: '2027-01-04T10:00:00Z' },
    {
      type: 'row',
      export: 'e',
      id: item.id,
      hash: item.hash,
      channel: 'x',
      network: 'x',
      at: morning(2),
      text: item.parts.join(),
    },
  ])
  const asked = planExport([renamed], ledger, { ...wish, context, channels: ['feed'] })
  expect(asked.write).toEqual([])
  expect(asked.removeFirst.map(({ channel }) => channel)).toEqual(['x'])
  expect(asked.held.map(({ item }) => item.channel)).toEqual(['feed'])
})
