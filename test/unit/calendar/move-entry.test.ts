import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { clockOnBoard } from '../../../src/calendar/board-clock.ts'
import { editEntry, valueAt } from '../../../src/calendar/edit-entry.ts'
import { findMovable } from '../../../src/calendar/movable.ts'
import { moveEntry, readTarget } from '../../../src/calendar/move-entry.ts'
import { isProblem, type Problem } from '../../../src/calendar/problem.ts'
import { addDays } from '../../../src/calendar/time.ts'
import type { WrittenTime } from '../../../src/calendar/written-clock.ts'
import { calendarOf, post, readyPost, sourcesOf } from './corner-shop.ts'

const snippets = [
  'snippets:',
  '  linkedin:',
  '    - { text: No time. }',
  '    - { at: +2d 09:00, text: Counts. }',
  '    - { at: next, kind: tip, text: Free time. }',
  '    - { at: 2026-12-10T12:00, kind: tip, text: Own time., until: 2026-12-15 }',
  '    - { at: +3d, text: Again., repeat: { every: 1 week } }',
]
// Now is Sunday 22 November 2026, 09:00. Tuesdays are 24 November and 1, 8, 15, 22 December; 24 to 26 December is closed.
const files = {
  'content/posts/live.mdx': readyPost('Live', '2026-11-17'),
  'content/posts/promise.mdx': readyPost('Promise', '2026-12-08', ...snippets),
  'content/posts/timed.mdx': readyPost('Timed', '"2026-12-03T18:00"'),
  'content/posts/abroad.mdx': readyPost('Abroad', '2026-12-02 20:00', 'zone: America/New_York'),
  'content/posts/soft.mdx': post('title: Soft', 'planned: 2026-12-15'),
  'content/posts/idea.mdx': post('title: Idea', 'snippets: { linkedin: [{ at: +1d, text: A }] }'),
  'content/posts/gone.mdx': post('title: Gone', 'status: retired', 'redirectTo: live'),
  'content/activities/a.yaml': [
    '- { title: Fair, at: 2026-12-05 }',
    '- { title: Calls, at: 2026-12-03 10:00 }',
    '- { title: Done, at: 2026-11-03 10:00, logged: 4 }',
    '- { title: Missed, at: 2026-11-04 10:00 }',
    '',
  ].join('\n'),
}
const calendar = calendarOf(files)

/** What a move writes, or why it is refused. */
function move(name: string, to: string, content: Record<string, string> = {}): string {
  const all = { ...files, ...content }
  const around = Object.keys(content).length > 0 ? calendarOf(all) : calendar
  const thing = findMovable(around, name)
  const target = readTarget(to)
  if (isProblem(thing)) return said(thing)
  if (isProblem(target)) return said(target)
  const source = sourcesOf(all).texts.get(thing.file) ?? ''
  const written = (valueAt(thing.file, source, thing.path.slice(0, -1)) ?? {}) as WrittenTime
  const edit = moveEntry(around, thing, target, written)
  if (isProblem(edit)) return said(edit)
  expect(isProblem(editEntry(thing.file, source, edit))).toBe(false)
  return `${edit.path.at(-1) as string}: ${edit.value as string}`
}

const said = ({ problem, mend }: Problem) => `${problem} — ${mend}`

describe('moveEntry', () => {
  it.each([
    ['promise', '2026-12-22', 'publish: 2026-12-22'],
    ['promise', '2026-12-08', 'publish: 2026-12-08'],
    ['promise', '2026-12-09 10:00', 'publish: 2026-12-09 10:00'],
    ['promise', '2026-12-22 09:00', 'publish: 2026-12-22'],
    ['timed', '2026-12-10', 'publish: 2026-12-10T18:00'],
    ['timed', '2026-12-10 07:30', 'publish: 2026-12-10T07:30'],
    ['abroad', '2026-12-05', 'publish: 2026-12-05 20:00'],
    ['soft', '2026-12-01', 'planned: 2026-12-01'],
    ['soft', '2026-12-01 10:00', 'planned: 2026-12-01'],
    ['soft', '2026-12-16', 'planned: 2026-12-16'],
    ['idea', '2026-11-22', 'planned: 2026-11-22'],
    ['activity/a/1', '2026-12-25', 'at: 2026-12-25'],
    ['activity/a/1', '2026-12-04 11:00', 'at: 2026-12-04 11:00'],
    ['activity/a/2/1', '2026-12-04', 'at: 2026-12-04 10:00'],
    ['activity/a/4', '2026-11-23', 'at: 2026-11-23 10:00'],
    ['promise/linkedin/2', '2026-12-12', 'at: +4d 09:00'],
    ['promise/linkedin/2', '2026-12-12 15:00', 'at: +4d 15:00'],
    ['promise/linkedin/2', '+5d', 'at: +5d'],
    ['promise/linkedin/3/1', '2026-12-09 15:00', 'at: 2026-12-09 15:00'],
    ['promise/linkedin/4', '2026-12-11', 'at: 2026-12-11T12:00'],
    ['promise/linkedin/4', '+1d 09:00', 'at: +1d 09:00'],
    ['promise/linkedin/4', '2026-12-08 09:30', 'at: 2026-12-08T09:30'],
    ['promise/linkedin/4', 'next', 'at: next'],
    ['promise/linkedin/5/1', '2026-12-12', 'at: +4d'],
  ])('moves %s to %s', (name, to, written) => {
    expect(move(name, to)).toBe(written)
  })

  // Of the Tuesdays, 8 and 15 December are taken by `promise` and `soft`.
  it.each([
    ['promise', 'publish: 2026-12-22'],
    ['soft', 'planned: 2026-12-22'],
    ['idea', 'planned: 2026-11-24'],
    ['timed', 'publish: 2026-12-22T09:00'],
    ['abroad', 'publish: 2026-12-22 02:00'],
  ])('takes %s to the next free slot after its own', (name, written) => {
    expect(move(name, 'next')).toBe(written)
  })

  it('knows no next slot without a rhythm', () => {
    const plan = (sourcesOf(files).texts.get('content/plan.yaml') ?? '').replace('[tue 09:00] ', '[]')
    expect(move('soft', 'next', { 'content/plan.yaml': plan })).toBe(
      'the plan has no `rhythm`, so there is no next slot — write a day, as in `2026-12-08`',
    )
  })

  it.each([
    ['live', '2026-12-22', '`live` has been live since 2026-11-17 09:00'],
    ['gone', '2026-12-22', '`gone` is retired'],
    ['promise', '2026-12-25', '`2026-12-25` is a day on which nothing goes out'],
    ['soft', '2026-12-25', '`2026-12-25` is a day on which nothing goes out'],
    // 20:00 in New York is the next day in Tallinn.
    ['abroad', '2026-12-23', '`2026-12-24` is a day on which nothing goes out'],
    ['promise', '2026-11-22', '`2026-11-22 09:00` is over'],
    ['promise', '2026-11-20', '`2026-11-20 09:00` is over'],
    ['soft', '2026-11-21', '`2026-11-21` is over'],
    ['promise', '2026-12-03 18:00', '`timed` goes live at `2026-12-03 18:00` too'],
    ['soft', '2026-12-08', '`promise` has the slot of `2026-12-08`'],
    ['promise', '2027-03-28 03:30', '`2027-03-28 03:30` does not exist in Europe/Tallinn'],
    ['promise', '2027-10-31 03:30', '`2027-10-31 03:30` happens twice in Europe/Tallinn'],
    ['promise', '+2d', '`+` counts from the day of a post'],
    ['promise', 'nxt', '`nxt` is no day — did you mean `next`?'],
    ['promise', '2026-02-30', '`2026-02-30` is on no calendar'],
    ['promis', '2026-12-22', 'there is no post `promis` — did you mean `promise`?'],
    ['activity/a/3', '2026-12-22', '“Done” was done on 2026-11-03'],
    ['activity/a/1', '2026-11-21', '`2026-11-21` is over'],
    ['activity/a/2', '2026-11-22 09:00', '`2026-11-22 09:00` is over'],
    ['activity/a/2', 'next', 'an activity has a day of its own'],
    ['activity/a/2', '2027-03-28 03:30', '`2027-03-28 03:30` does not exist in Europe/Tallinn'],
    ['activity/a/9', '2026-12-22', 'there is no activity `activity/a/9`'],
    ['activity/a/2/2', '2026-12-22', 'this is one of the times at which `activity/a/2` comes round again'],
    ['promise/linkedin/1', '2026-12-22', 'this snippet has no time of its own'],
    [
      'promise/linkedin/2',
      '2026-12-08 09:30',
      'the page that it leads to can be there from `2026-12-08 10:00`',
    ],
    ['promise/linkedin/2', '2026-12-25', '`2026-12-25` is a day on which nothing goes out'],
    ['promise/linkedin/4', '2026-12-16', '`2026-12-16` is after its last day `2026-12-15`'],
    ['promise/linkedin/3', '2026-11-21 10:00', '`2026-11-21 10:00` is over'],
    ['promise/linkedin/5/2', '2026-12-22', 'this is one of the times at which `promise/linkedin/5` comes'],
    ['promise/linkedin/6', '2026-12-22', 'there is no snippet `promise/linkedin/6`'],
    ['promise/linkedin/share-1', '2026-12-22', 'there is no snippet `promise/linkedin/share-1`'],
    ['idea/linkedin/1', '2026-12-22', '`idea` has no day on which it goes live'],
  ])('refuses %s to %s, and says why', (name, to, reason) => {
    const answer = move(name, to)
    expect(answer).toContain(reason)
    expect(answer).toContain(' — ')
  })

  it('refuses a snippet that went out', () => {
    const early = readyPost('Early', '2026-11-10', 'snippets: { linkedin: [{ at: +2d 09:00, text: A }] }')
    expect(move('early/linkedin/1', '2026-12-22', { 'content/posts/early.mdx': early })).toContain(
      'this snippet went out on 2026-11-12 09:00',
    )
  })

  it('reads a time that happens twice as the entry says', () => {
    const folded = { 'content/posts/folded.mdx': readyPost('Folded', '2026-12-01', 'fold: later') }
    expect(move('folded', '2027-10-31 03:30', folded)).toBe('publish: 2027-10-31 03:30')
  })

  it('gives a calendar in which the post stands where it was moved', () => {
    const anyDay = fc.integer({ min: 0, max: 400 }).map((days) => addDays('2026-11-20', days))
    const anyTime = fc.constantFrom('', ' 03:30', ' 09:00', ' 18:00')
    fc.assert(
      fc.property(
        fc.constantFrom('promise', 'timed', 'abroad', 'soft', 'idea'),
        anyDay,
        anyTime,
        (name, day, time) => {
          const thing = findMovable(calendar, name)
          const target = readTarget(day + time)
          if (isProblem(thing) || isProblem(target)) throw new Error(`${name} cannot be found`)
          const source = files[thing.file as keyof typeof files]
          const edit = moveEntry(calendar, thing, target, valueAt(thing.file, source, []) as WrittenTime)
          if (isProblem(edit)) return
          const text = editEntry(thing.file, source, edit)
          if (isProblem(text)) throw new Error(text.problem)
          const moved = calendarOf({ ...files, [thing.file]: text }).posts.find(({ slug }) => slug === name)
          expect(moved?.state).toBe(thing.post?.state)
          const stands = moved?.publish?.local ?? moved?.planned
          expect(stands?.startsWith(day)).toBe(true)
          if (moved?.publish && time !== '') expect(stands?.slice(11)).toBe(time.trim())
        },
      ),
      { numRuns: 100 },
    )
  })
})

describe('clockOnBoard', () => {
  it.each([
    ['promise', { day: '2026-12-09', time: '10:00' }, { day: '2026-12-09', time: '10:00' }],
    // It stands on 3 December on the board, at 03:00.
    ['abroad', { day: '2026-12-05' }, { day: '2026-12-04' }],
    ['abroad', { day: '2026-12-08', time: '09:00' }, { day: '2026-12-08', time: '02:00' }],
    ['abroad', { day: '2026-12-08', time: '03:00' }, { day: '2026-12-07', time: '20:00' }],
    ['activity/a/1', { day: '2026-12-08' }, { day: '2026-12-08' }],
    ['soft', { day: '2026-12-08', time: '09:00' }, { day: '2026-12-08', time: '09:00' }],
  ])('%s', (name, place, clock) => {
    const thing = findMovable(calendar, name)
    expect(isProblem(thing) || clockOnBoard(calendar, thing, place)).toEqual(clock)
  })
})
