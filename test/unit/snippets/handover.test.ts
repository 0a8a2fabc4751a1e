import { describe, expect, it } from 'vitest'
import { exportQueue } from '../../../plugins/queue/export-queue.ts'
import { inspectLedger } from '../../../plugins/queue/read-ledger.ts'
import { reprint } from '../../../plugins/queue/reprint.ts'
import { refuseRow, rowRemoved, undoExport } from '../../../plugins/queue/say.ts'
import { planSchema } from '../../../src/calendar/plan.ts'
import { momentOf } from '../../../src/calendar/time.ts'
import { buffer } from '../../../src/snippets/formats/buffer.ts'
import { icalendar } from '../../../src/snippets/formats/icalendar.ts'
import { foldLedger, type Handover } from '../../../src/snippets/ledger/fold-ledger.ts'
import { makeHandover } from '../../../src/snippets/ledger/make-handover.ts'
import type { QueueItem } from '../../../src/snippets/queue-item.ts'
import { type Failure, failingShelf } from '../../support/failing-shelf.ts'
import { morning, queueItem } from './queue-items.ts'

const plan = planSchema.parse({
  site: { name: 'Notes', about: 'Notes', url: 'https://notes.example' },
  zone: 'UTC',
  channels: { x: { network: 'x' }, linkedin: { network: 'linkedin' } },
})
const now = morning(0)
const items = [
  queueItem({ id: 'posting/x/1/1', hash: 'a', at: morning(2) }),
  queueItem({
    id: 'posting/x/2/1',
    hash: 'b',
    at: morning(1),
    series: 'posting/x/2',
    parts: ['Another one.'],
  }),
  queueItem({
    id: 'posting/linkedin/1/1',
    hash: 'c',
    channel: 'linkedin',
    network: 'linkedin',
    at: morning(3),
  }),
] as (QueueItem & { at: NonNullable<QueueItem['at']> })[]
const making = { id: 'buffer', format: buffer, context: plan, now: now.instant, salt: '1' }

describe('an export', () => {
  it('has a file a channel, named for it, and the ledger remembers them byte for byte', () => {
    const { name, files, ledger } = makeHandover(items, making)
    expect(name).toMatch(/^20270105T090000Z-[\da-f]{6}$/)
    expect(files.map((file) => file.name)).toEqual([`buffer-x-${name}.csv`, `buffer-linkedin-${name}.csv`])
    expect(ledger.path).toBe(`content/handovers/${name}.jsonl`)
    const { ledger: folded } = inspectLedger({ ledger: () => [ledger.path], read: () => ledger.content })
    const [handover] = folded.handovers
    expect(handover?.files).toEqual(files)
    expect(handover?.rows.map(({ id, state }) => [id, state])).toEqual([
      ['posting/x/2/1', 'open'],
      ['posting/x/1/1', 'open'],
      ['posting/linkedin/1/1', 'open'],
    ])
  })

  it('is the same when made again, and another when someone else makes it', () => {
    expect(makeHandover(items, making)).toEqual(makeHandover(items, making))
    expect(makeHandover(items, making).name).not.toBe(makeHandover(items, { ...making, salt: '2' }).name)
  })
})

/** Makes an export on a disk that fails. */
function exported(failure?: Failure, format = buffer as typeof icalendar, salt = '1') {
  const [ledger, files] = [new Map<string, string>(), new Map<string, string>()]
  const wish = { ...making, salt, format, now, until: '2027-12-31', out: '/out' }
  let said = ''
  try {
    exportQueue(items, foldLedger([]), wish, failingShelf(ledger, files, failure))
  } catch (error) {
    said = (error as Error).message
  }
  return { ledger, files, said }
}

describe('a disk that is full', () => {
  it.each([0, 1, 2, 3, 4])('before the ledger is written (write %i) leaves nothing', (at) => {
    const { ledger, files, said } = exported({ at, how: 'is full' })
    expect([...ledger.keys(), ...files.keys()]).toEqual([])
    expect(said).toBe('Nothing was handed over: in /out, the disk is full.')
  })

  it.each([6, 7, 8])('after that (write %i) leaves an export whose files can be written again', (at) => {
    const { ledger, said } = exported({ at, how: 'is full' })
    const [path] = ledger.keys()
    expect(path).toMatch(/\.jsonl$/)
    expect(said).toMatch(
      /^`\S+` is in the ledger, but its files are not all in \/out: the disk is full\. Mend that, then write them again: npm run queue -- reprint \S+ --out DIR$/,
    )
  })

  it('is told when something is said of an export', () => {
    const { ledger } = exported()
    const before = new Map(ledger)
    const shelf = failingShelf(ledger, new Map(), { at: 0, how: 'is full' })
    const saying = { ledger: inspectLedger(shelf).ledger, shelf, now: now.instant }
    expect(() => refuseRow(saying, 'posting/x/1/1', {})).toThrow(
      /^Nothing was written: in \S+, the disk is full\.$/,
    )
    expect(ledger).toEqual(before)
  })
})

it('writes a calendar whole every time, and nothing into the ledger', () => {
  const { ledger, files } = exported(undefined, icalendar)
  expect(ledger.size).toBe(0)
  expect([...files.keys()]).toEqual([
    expect.stringMatching(/^\/out\/calendar-queue-\S+\.ics$/),
    '.coldread/queue-view.json',
  ])
})

it('asks whether an export was uploaded before a row of it can be deleted in the tool', () => {
  const { ledger } = exported()
  const shelf = failingShelf(ledger, new Map())
  const saying = { ledger: inspectLedger(shelf).ledger, shelf, now: now.instant }
  expect(() => rowRemoved(saying, 'posting/x/1/1', {})).toThrow(
    /^Nobody said yet whether `\S+`, which holds `posting\/x\/1\/1`, was uploaded\./,
  )
  const ahead = momentOf(Temporal.ZonedDateTime.from('2027-01-04T09:00[UTC]')).instant
  expect(() => refuseRow({ ...saying, now: ahead }, 'posting/x/1/1', {})).toThrow(
    /^The ledger was last written at 2027-01-05T09:00:00Z/,
  )
})

it('does not write an export again once the time of something in it has passed', () => {
  const { ledger } = exported()
  const print = (day: number) => {
    const printed = new Map<string, string>()
    const shelf = failingShelf(ledger, printed)
    const { ledger: read } = inspectLedger(shelf)
    reprint(read.handovers[0] as Handover, read, '/again', shelf, morning(day).instant)
    return printed.size
  }
  expect(print(0)).toBe(2)
  expect(() => print(2)).toThrow(
    /cannot be written again: the time of 2 of 3 posts has passed\. Nothing was written\. If it was uploaded: npm run queue -- confirm (\S+)\. If not: npm run queue -- undo \1, and what is still ahead goes into the next export\.\n {2}2027-01-06 09:00 {2}posting\/x\/2\/1\n {2}2027-01-07 09:00 {2}posting\/x\/1\/1$/,
  )
  expect(() => print(3)).toThrow('the time of all it holds has passed')
})

it('does not write an export again where another one holds the same, as after a merge', () => {
  const ledger = new Map([...exported().ledger, ...exported(undefined, buffer, '2').ledger])
  const shelf = failingShelf(ledger, new Map())
  const read = inspectLedger(shelf).ledger
  const [one, two] = read.handovers as [Handover, Handover]
  expect(() => reprint(one, read, '/again', shelf, now.instant)).toThrow(
    new RegExp(
      `^\`${one.name}\` holds what another export holds too\\. Nothing was written\\. [^\n]*\n {2}posting/x/2/1 is in ${two.name}, open\n`,
    ),
  )
  undoExport({ ledger: read, shelf, now: now.instant }, two.name)
  const after = inspectLedger(shelf).ledger
  expect(reprint(one, after, '/again', shelf, now.instant)).toHaveLength(2)
})
