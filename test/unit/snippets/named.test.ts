import { describe, expect, it } from 'vitest'
import { rowToRemove } from '../../../plugins/queue/named.ts'
import { removalOf, toolOf } from '../../../src/snippets/agenda/removal-words.ts'
import { foldLedger, type Row } from '../../../src/snippets/ledger/fold-ledger.ts'
import type { Statement } from '../../../src/snippets/ledger/ledger-line.ts'
import { morning } from './queue-items.ts'

const id = 'posting/x/1/1'
const at = '2027-01-04T09:00:00Z'
const handedOver = (name: string, format: string): Statement[] => [
  { type: 'export', export: name, format, at },
  { type: 'row', export: name, id, hash: 'a', channel: 'x', at: morning(2), text: 'Words.' },
  { type: 'confirm', export: name, at },
]
const removed: Statement = { type: 'removed', export: 'one', id, at }
const both = [...handedOver('one', 'buffer'), ...handedOver('two', 'publer')]
const rowIn = (ledger: ReturnType<typeof foldLedger>, name: string) =>
  ledger.handovers.find((each) => each.name === name)?.rows[0] as Row

describe('the row that was deleted in a tool', () => {
  const chosen = (said: Statement[], gone: string[], name?: string) => {
    const ledger = foldLedger(said)
    return rowToRemove(ledger, id, name, () => gone.map((each) => rowIn(ledger, each))).export
  }

  it('is the only one there is, whatever else may be the matter with the content', () => {
    expect(
      rowToRemove(foldLedger(handedOver('one', 'buffer')), id, undefined, () => {
        throw new Error('asked')
      }).export,
    ).toBe('one')
  })

  it.each<[string, Statement[], string[], string | undefined, string]>([
    ['that was to be deleted', both, ['two'], undefined, 'two'],
    ['that is named', both, ['two'], 'one', 'one'],
    ['that was removed already', [...handedOver('one', 'buffer'), removed], [], undefined, 'one'],
    ['that is to be deleted after another was', [...both, removed], ['two'], undefined, 'two'],
  ])('is the one %s', (_, said, gone, name, expected) => {
    expect(chosen(said, gone, name)).toBe(expected)
  })

  it('is never the one that is still wanted, when the same is said twice', () => {
    expect(() => chosen([...both, removed], [])).toThrow(
      `\`${id}\` is noted as removed already, of \`one\`. It stands in \`two\` too, and there it is wanted. Nothing was written. If you deleted that one: npm run queue -- removed ${id} --export two`,
    )
  })

  it('has to be named where nobody was asked to delete one of several', () => {
    expect(() => chosen(both, [])).toThrow('Say which with --export: `one`, `two`')
  })
})

it('says which tool has a row, and which export where that is not plain', () => {
  const ledger = foldLedger(both)
  const two = rowIn(ledger, 'two')
  expect(toolOf(ledger)(two)).toBe('Publer')
  expect(removalOf(ledger)(two)).toBe(`npm run queue -- removed ${id} --export two`)
  const alone = foldLedger(handedOver('one', 'metricool'))
  expect(toolOf(alone)(rowIn(alone, 'one'))).toBe('metricool')
  expect(removalOf(alone)(rowIn(alone, 'one'))).toBe(`npm run queue -- removed ${id}`)
})
