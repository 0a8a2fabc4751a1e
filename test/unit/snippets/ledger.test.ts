import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { inspectLedger } from '../../../plugins/queue/read-ledger.ts'
import { foldLedger } from '../../../src/snippets/ledger/fold-ledger.ts'
import { readLedgerFile, renderLedgerFile, type Statement } from '../../../src/snippets/ledger/ledger-line.ts'
import { statementFile } from '../../../src/snippets/ledger/make-handover.ts'
import { failingShelf } from '../../support/failing-shelf.ts'

const at = '2026-12-01T08:00:00Z'
const made = (name: string): Statement => ({ type: 'export', export: name, format: 'csv', at })
const row = (name: string, id: string, hash = 'h', hour = '09'): Statement => ({
  type: 'row',
  export: name,
  id,
  hash,
  channel: 'linkedin',
  at: { local: `2026-12-08T${hour}:00`, zone: 'UTC', instant: `2026-12-08T${hour}:00:00Z` },
  text: 'Two posts a week — “plenty”.',
})
const say = (type: 'confirm' | 'undo', name: string): Statement => ({ type, export: name, at })
const tell = (type: 'refuse' | 'removed', name: string, id: string): Statement => ({
  type,
  export: name,
  id,
  at,
})

const path = 'content/handovers/e.jsonl'
const text = renderLedgerFile(
  [
    made('e'),
    { type: 'file', export: 'e', name: 'a.csv', content: 'text\r\n"a ""b"""\r\n' },
    row('e', 'p/a/1/1'),
    row('e', 'p/a/2/1'),
  ],
  'e.jsonl',
)

/** Lines and words of the faults of a file. */
function faultsOf(text: string, file = path): string[] {
  return readLedgerFile(file, text).faults.map(({ line, what }) => `${line}: ${what}`)
}

const changed = 'this line was changed after it was written, or stands elsewhere'

describe('a file of the ledger', () => {
  it('reads back as it was written, also with the line ends of another system', () => {
    const { statements, faults } = readLedgerFile(path, text)
    expect(faults).toEqual([])
    expect(renderLedgerFile(statements, 'e.jsonl')).toBe(text)
    expect(readLedgerFile(path, text.replaceAll('\n', '\r\n'))).toEqual({ statements, faults })
  })

  it.each<[string, (text: string) => string, string[]]>([
    [
      'a word that was changed',
      (all) => all.replace('Two posts', 'Ten posts'),
      [`3: ${changed}`, `4: ${changed}`].slice(0, 1),
    ],
    [
      'a time that was changed',
      (all) => all.replace('2026-12-08T09:00:00Z', '2026-12-09T09:00:00Z'),
      [`3: ${changed}`],
    ],
    ['a line that was removed', (all) => all.replace(/.*p\/a\/1.*\n/, ''), [`3: ${changed}`]],
    [
      'lines in another order',
      (all) => all.replace(/(.*p\/a\/1.*\n)(.*p\/a\/2.*\n)/, '$2$1'),
      [`3: ${changed}`, `4: ${changed}`],
    ],
    [
      'a last line that was removed',
      (all) => all.replace(/.*p\/a\/2.*\n$/, ''),
      ['3: 4 lines were written here, and 3 are left'],
    ],
    ['a last line that was cut', (all) => all.slice(0, -20), ['4: the last line is cut off']],
    ['nothing', () => '', ['1: an empty file']],
    ['something else', () => 'Dear diary\n', [`1: ${changed}`]],
    [
      'marks of a merge',
      (all) => `<<<<<<< HEAD\n${all}`,
      [1, 2, 3, 4, 5].map((line) => `${line}: ${changed}`),
    ],
  ])('does not take %s', (_, spoil, faults) => {
    expect(faultsOf(spoil(text))).toEqual(faults)
  })

  it('does not stand under another name', () => {
    expect(faultsOf(text, 'content/handovers/f.jsonl')).toHaveLength(4)
  })

  it('notices every change of a character', () => {
    fc.assert(
      fc.property(fc.nat(text.length - 1), fc.constantFrom('x', '0', '"', '{', ' '), (index, character) => {
        const spoilt = text.slice(0, index) + character + text.slice(index + 1)
        expect(faultsOf(spoilt).length > 0).toBe(spoilt !== text)
      }),
    )
  })

  it('does not take words of a later version for its own', () => {
    const later = renderLedgerFile([{ ...made('e'), type: 'exported' } as unknown as Statement], 'e.jsonl')
    expect(faultsOf(later)).toEqual(['1: this line says what this version does not know'])
  })
})

describe('the state of a row', () => {
  const whole = [made('e'), row('e', 'a'), row('e', 'b')]
  it.each<[string, Statement[], [string, string, string]]>([
    ['open', [], ['open', 'open', 'open']],
    ['uploaded', [say('confirm', 'e')], ['confirmed', 'confirmed', 'confirmed']],
    ['given up', [say('undo', 'e')], ['undone', 'undone', 'undone']],
    [
      'uploaded, whatever else was said',
      [say('undo', 'e'), say('confirm', 'e')],
      ['confirmed', 'confirmed', 'confirmed'],
    ],
    ['refused', [tell('refuse', 'e', 'a')], ['open', 'refused', 'open']],
    [
      'refused, so it was uploaded',
      [tell('refuse', 'e', 'a'), say('undo', 'e')],
      ['confirmed', 'refused', 'confirmed'],
    ],
    ['deleted', [say('confirm', 'e'), tell('removed', 'e', 'b')], ['confirmed', 'confirmed', 'removed']],
  ])('%s', (_, said, [state, a, b]) => {
    const [handover] = foldLedger([...whole, ...said]).handovers
    expect([handover?.state, ...(handover?.rows.map((each) => each.state) ?? [])]).toEqual([state, a, b])
  })

  it('does not depend on the order, nor on saying it twice', () => {
    const all: Statement[] = [
      ...[made('e'), row('e', 'a'), row('e', 'b'), say('confirm', 'e'), tell('refuse', 'e', 'b')],
      ...[made('f'), row('f', 'b', 'i'), row('f', 'c'), say('undo', 'f')],
      ...[made('g'), row('g', 'a'), tell('removed', 'e', 'a'), tell('removed', 'x', 'y')],
    ]
    const plain = foldLedger(all)
    fc.assert(
      fc.property(fc.shuffledSubarray([...all, ...all], { minLength: all.length * 2 }), (shuffled) => {
        expect(foldLedger(shuffled)).toEqual(plain)
      }),
    )
  })

  it('says what does not fit together', () => {
    const all = [
      ...[made('e'), row('e', 'a'), say('confirm', 'e')],
      ...[made('f'), row('f', 'a'), tell('refuse', 'f', 'z'), say('undo', 'f')],
    ]
    expect(foldLedger(all).oddities).toEqual([
      'something is said of `z` in `f`, which does not hold it',
      '`f` was undone, though it was uploaded; it counts as confirmed',
      '`a` was handed over by `e` and `f`',
    ])
  })

  it('takes the place of another on a server', () => {
    const later = { ...row('f', 'a', 'i'), replaces: ['e a'] } as Statement
    const { active } = foldLedger([made('e'), row('e', 'a'), made('f'), later])
    expect(active.get('a')?.map((each) => each.export)).toEqual(['f'])
  })
})

it('names what was said later by when and what', () => {
  const { path, content } = statementFile([{ type: 'confirm', export: 'e', at }])
  expect(path).toMatch(/^content\/handovers\/20261201T080000Z-confirm-[\da-f]{6}\.jsonl$/)
  expect(readLedgerFile(path, content)).toEqual({ statements: [say('confirm', 'e')], faults: [] })
})

describe('a ledger of which a file was lost', () => {
  const e = { path, content: text }
  const said = statementFile([say('confirm', 'e') as { type: 'confirm'; export: string; at: string }])
  const read = (...files: { path: string; content: string }[]) =>
    inspectLedger(failingShelf(new Map(files.map((each) => [each.path, each.content])), new Map()))

  it('is in doubt where something is said of what is not there', () => {
    expect(read(e, said).faults).toEqual([])
    expect(read(e).faults).toEqual([])
    expect(read(said).faults.map(({ file, line, what }) => `${file}:${line} ${what}`)).toEqual([
      `${said.path}:1 this speaks of \`e\`, and \`${path}\`, which says what that held, is not there`,
    ])
  })

  it('says what is wrong with a file that is there, and no more', () => {
    const cut = { path, content: text.replace('"type":"export"', '"type":"exports"') }
    expect(read(cut, said).faults.map(({ file, line }) => `${file}:${line}`)).toEqual([`${path}:1`])
  })
})
