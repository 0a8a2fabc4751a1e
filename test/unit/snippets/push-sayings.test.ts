import { describe, expect, it } from 'vitest'
import { inspectLedger } from '../../../plugins/queue/read-ledger.ts'
import { reprint } from '../../../plugins/queue/reprint.ts'
import { confirmExport, refuseRow, rowRemoved, type Saying, undoExport } from '../../../plugins/queue/say.ts'
import { planSchema } from '../../../src/calendar/plan.ts'
import { renderOpen } from '../../../src/snippets/agenda/render-handovers.ts'
import { buffer } from '../../../src/snippets/formats/buffer.ts'
import { postiz } from '../../../src/snippets/formats/postiz.ts'
import type { Handover } from '../../../src/snippets/ledger/fold-ledger.ts'
import type { Statement } from '../../../src/snippets/ledger/ledger-line.ts'
import { ledgerFile } from '../../../src/snippets/ledger/make-handover.ts'
import { planExport } from '../../../src/snippets/ledger/plan-export.ts'
import { planPush } from '../../../src/snippets/ledger/plan-push.ts'
import { failingShelf } from '../../support/failing-shelf.ts'
import { morning, queueItem } from './queue-items.ts'

const plan = planSchema.parse({
  site: { name: 'Notes', about: 'Notes', url: 'https://notes.example' },
  zone: 'UTC',
  channels: { x: { network: 'x' } },
})
const name = '20270104T090000Z-1a2b3c'
const id = 'posting/x/1/1'
const sent: Statement[] = [
  { type: 'export', export: name, format: 'postiz', at: '2027-01-04T09:00:00Z' },
  { type: 'row', export: name, id, hash: 'old', channel: 'x', at: morning(1), text: 'Old words.' },
]
const arrived: Statement = { type: 'sent', export: name, id, at: '2027-01-04T09:00:01Z', remote: 'p1' }

function saying(statements: readonly Statement[] = sent): Saying & { files: Map<string, string> } {
  const { path, content } = ledgerFile(name, statements)
  const files = new Map([[path, content]])
  const shelf = failingShelf(files, new Map())
  return { ledger: inspectLedger(shelf).ledger, shelf, now: morning(0).instant, files }
}

describe('a push of which nobody knows what arrived', () => {
  it.each<[string, (said: Saying) => unknown]>([
    ['confirmed', (said) => confirmExport(said, name)],
    ['undone', (said) => undoExport(said, name)],
    ['refused', (said) => refuseRow(said, id, {})],
    ['removed', (said) => rowRemoved(said, id, {})],
    [
      'printed again',
      ({ ledger, shelf }) =>
        reprint(ledger.handovers[0] as Handover, ledger, '/out', shelf, morning(0).instant),
    ],
  ])('is not %s on a guess: a push looks it up', (_, say) => {
    const said = saying()
    expect(() => say(said)).toThrow(
      `\`${name}\` was sent to Postiz, and Postiz knows what arrived. Nothing was written. Push again, which looks that up before it sends anything: npm run queue -- push postiz --send`,
    )
    expect(said.files.size).toBe(1)
  })

  it('cannot have been refused once Postiz took it', () => {
    const said = saying([...sent, arrived])
    expect(() => refuseRow(said, id, {})).toThrow(
      `Postiz took \`${id}\`. Nothing was written. If it is not to go out as it stands there, change or drop it here, and then: npm run queue -- push postiz --send\nOnce you deleted it there: npm run queue -- removed ${id}`,
    )
    expect(said.files.size).toBe(1)
  })

  it('is not what a confirmation without a name means', () => {
    expect(() => confirmExport(saying(), undefined)).toThrow(/^No export is open\.$/)
  })

  it('is shown with what to do about it', () => {
    expect(renderOpen(saying().ledger, 'UTC', { columns: 80, style: (_, text) => text })).toBe(
      [
        'Sent, and not known to have arrived',
        `  ${name}  postiz, 1 post, since Mon 4 Jan 09:00`,
        '  A push looks it up before it sends anything: npm run queue -- push postiz --send',
      ].join('\n'),
    )
  })
})

it.each<[string, Statement[], string]>([
  ['open', sent, 'was sent to Postiz, and it is not known whether it arrived'],
  ['known to have arrived', [...sent, arrived], 'is in Postiz'],
])('a file for another tool leaves a changed post that is %s to the next push', (_, statements, what) => {
  const item = queueItem({ hash: 'new', parts: ['New words.'], at: morning(1) })
  const { held, removeFirst, uncertain, toPush, write } = planExport([item], saying(statements).ledger, {
    format: buffer,
    context: plan,
    now: morning(0),
    until: '2027-02-01',
  })
  expect({ removeFirst, uncertain, write }).toEqual({ removeFirst: [], uncertain: [], write: [] })
  expect(toPush).toEqual([{ row: expect.objectContaining({ id }), server: 'postiz' }])
  expect(held).toEqual([
    {
      item,
      what: `its older form ${what}`,
      mend: 'let a push see to it first: `npm run queue -- push postiz --send`',
    },
  ])
})

it.each<[string, Statement[], number]>([
  ['is known to have', [...sent, arrived], 1],
  ['may have', sent, 0],
  [
    'was never given, since another tool has it',
    [
      { type: 'export', export: name, format: 'buffer', at: '2027-01-04T09:00:00Z' },
      { type: 'row', export: name, id, hash: 'old', channel: 'x', at: morning(1), text: 'Old words.' },
      { type: 'confirm', export: name, at: '2027-01-04T09:00:00Z' },
    ],
    0,
  ],
])('what Postiz %s counts as standing there, or not', (_, statements, number) => {
  const item = queueItem({ hash: 'old', parts: ['Old words.'], at: morning(1) })
  const wish = {
    format: postiz,
    server: 'postiz' as const,
    context: plan,
    now: morning(0),
    until: '2027-02-01',
  }
  expect(planPush([item], saying(statements).ledger, wish).unchanged).toBe(number)
})
