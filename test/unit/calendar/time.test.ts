import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readOffset, readSpan, type Span } from '../../../src/calendar/amount.ts'
import { isProblem, type Problem } from '../../../src/calendar/problem.ts'
import {
  addDays,
  dayOf,
  daysFrom,
  type Fold,
  isZone,
  type Moment,
  readDay,
  readNow,
  readTime,
  readWallClock,
  toMoment,
  weekdayOf,
  withOffset,
} from '../../../src/calendar/time.ts'
import { anyText, at, zones } from './corner-shop.ts'

describe('toMoment', () => {
  it.each<[string, string, string, string, Fold | undefined, string, string]>([
    [
      'winter',
      '2026-12-08',
      '09:00',
      'Europe/Tallinn',
      undefined,
      '2026-12-08T09:00',
      '2026-12-08T07:00:00Z',
    ],
    [
      'summer',
      '2026-07-08',
      '09:00',
      'Europe/Tallinn',
      undefined,
      '2026-07-08T09:00',
      '2026-07-08T06:00:00Z',
    ],
    [
      'gap, earlier',
      '2027-03-28',
      '03:30',
      'Europe/Tallinn',
      'earlier',
      '2027-03-28T02:30',
      '2027-03-28T00:30:00Z',
    ],
    [
      'gap, later',
      '2027-03-28',
      '03:30',
      'Europe/Tallinn',
      'later',
      '2027-03-28T04:30',
      '2027-03-28T01:30:00Z',
    ],
    [
      'twice, earlier',
      '2027-10-31',
      '03:30',
      'Europe/Tallinn',
      'earlier',
      '2027-10-31T03:30',
      '2027-10-31T00:30:00Z',
    ],
    [
      'twice, later',
      '2027-10-31',
      '03:30',
      'Europe/Tallinn',
      'later',
      '2027-10-31T03:30',
      '2027-10-31T01:30:00Z',
    ],
    [
      'half an hour, later',
      '2026-10-04',
      '02:15',
      'Australia/Lord_Howe',
      'later',
      '2026-10-04T02:45',
      '2026-10-03T15:45:00Z',
    ],
    [
      'half an hour twice, earlier',
      '2027-04-04',
      '01:45',
      'Australia/Lord_Howe',
      'earlier',
      '2027-04-04T01:45',
      '2027-04-03T14:45:00Z',
    ],
    [
      'half an hour twice, later',
      '2027-04-04',
      '01:45',
      'Australia/Lord_Howe',
      'later',
      '2027-04-04T01:45',
      '2027-04-03T15:15:00Z',
    ],
    [
      'no such day, earlier',
      '2011-12-30',
      '12:00',
      'Pacific/Apia',
      'earlier',
      '2011-12-29T12:00',
      '2011-12-29T22:00:00Z',
    ],
    [
      'no such day, later',
      '2011-12-30',
      '12:00',
      'Pacific/Apia',
      'later',
      '2011-12-31T12:00',
      '2011-12-30T22:00:00Z',
    ],
    [
      'no midnight, later',
      '2027-04-30',
      '00:00',
      'Africa/Cairo',
      'later',
      '2027-04-30T01:00',
      '2027-04-29T22:00:00Z',
    ],
    [
      'a fold where none is needed',
      '2026-12-08',
      '09:00',
      'Europe/Tallinn',
      'later',
      '2026-12-08T09:00',
      '2026-12-08T07:00:00Z',
    ],
  ])('%s: %s %s in %s', (_, day, time, zone, fold, local, instant) => {
    expect(toMoment(day, time, zone, fold)).toEqual({ local, zone, instant })
  })

  it.each([
    ['2027-03-28 03:30', 'Europe/Tallinn', '2027-03-28 02:30', '2027-03-28 04:30'],
    ['2026-10-04 02:15', 'Australia/Lord_Howe', '2026-10-04 01:45', '2026-10-04 02:45'],
    ['2011-12-30 12:00', 'Pacific/Apia', '2011-12-29 12:00', '2011-12-31 12:00'],
    ['2027-04-30 00:00', 'Africa/Cairo', '2027-04-29 23:00', '2027-04-30 01:00'],
  ])('refuses %s in %s, which does not exist, and shows both choices', (text, zone, earlier, later) => {
    const [day = '', time = ''] = text.split(' ')
    expect(toMoment(day, time, zone)).toEqual({
      problem: `\`${text}\` does not exist in ${zone}: the clocks change`,
      mend: `write \`${earlier}\` (or add \`fold: earlier\`), or \`${later}\` (or add \`fold: later\`)`,
    })
  })

  it.each([
    ['2027-10-31 03:30', 'Europe/Tallinn', '+03:00', '+02:00'],
    ['2027-04-04 01:45', 'Australia/Lord_Howe', '+11:00', '+10:30'],
    ['2027-10-28 23:30', 'Africa/Cairo', '+03:00', '+02:00'],
  ])('refuses %s in %s, which happens twice, and shows both choices', (text, zone, earlier, later) => {
    const [day = '', time = ''] = text.split(' ')
    expect(toMoment(day, time, zone)).toEqual({
      problem: `\`${text}\` happens twice in ${zone}: the clocks change`,
      mend: `add \`fold: earlier\` for the first one (UTC${earlier}), or \`fold: later\` for the second (UTC${later})`,
    })
  })

  it.each([
    ['2027-03-28', '02:59'],
    ['2027-03-28', '04:00'],
    ['2027-10-31', '02:59'],
    ['2027-10-31', '04:00'],
  ])('takes %s %s, at the edge of a change', (day, time) => {
    expect(toMoment(day, time, 'Europe/Tallinn')).toMatchObject({ local: `${day}T${time}` })
  })
})

describe('what is written', () => {
  const anyDay = 'write year, month and day, as in `2026-12-08`'
  it.each([
    ['2026-02-30', '`2026-02-30` is on no calendar', 'that month ends on `2026-02-28`'],
    ['2027-02-29', '`2027-02-29` is on no calendar', 'that month ends on `2027-02-28`'],
    ['2026-04-31', '`2026-04-31` is on no calendar', 'that month ends on `2026-04-30`'],
    ['2026-01-00', '`2026-01-00` is on no calendar', 'that month ends on `2026-01-31`'],
    ['2026-13-01', '`2026-13-01` is on no calendar: there is no month 13', anyDay],
    ['2026-00-10', '`2026-00-10` is on no calendar: there is no month 0', anyDay],
    ['0206-12-08', '`0206-12-08` is in the year 206', 'write a year from 1900 to 2199'],
    ['2200-01-01', '`2200-01-01` is in the year 2200', 'write a year from 1900 to 2199'],
    ['20261208', '`20261208` is no day', anyDay],
    ['2026-2-3', '`2026-2-3` is no day', anyDay],
    ['08.12.2026', '`08.12.2026` is no day', anyDay],
    ['tomorrow', '`tomorrow` is no day', anyDay],
    ['2026-12-08 ', '`2026-12-08 ` is no day', anyDay],
  ])('%j is no day', (text, problem, mend) => {
    expect(readDay(text)).toEqual({ problem, mend })
  })

  it.each(['2028-02-29', '2000-02-29', '1900-01-01', '2199-12-31'])('%s is a day', (text) => {
    expect(readDay(text)).toBe(text)
  })

  it.each(['9:00', '24:00', '09:60', '09.00', '9am', '', '09:00:00'])('%j is no time', (text) => {
    expect(isProblem(readTime(text))).toBe(true)
  })

  it.each([
    ['2026-12-08', { day: '2026-12-08' }],
    [' 2026-12-08 09:00 ', { day: '2026-12-08', time: '09:00' }],
    ['2026-12-08  09:00', { day: '2026-12-08', time: '09:00' }],
    ['2026-12-08T09:00', { day: '2026-12-08', time: '09:00' }],
  ])('%j is a wall clock', (text, expected) => {
    expect(readWallClock(text)).toEqual(expected)
  })

  const clockAlone =
    "write only what the clock shows, as in `2026-12-08 09:00`; it is read in the plan's zone, or in the one that `zone` names"
  const anyTime = 'write hours and minutes from `00:00` to `23:59`, as in `09:00`'
  it.each([
    ['2026-12-08T09:00Z', '`2026-12-08T09:00Z` says how far it is from UTC', clockAlone],
    ['2026-12-08 09:00+02:00', '`2026-12-08 09:00+02:00` says how far it is from UTC', clockAlone],
    ['2026-12-08 09:00-05:00', '`2026-12-08 09:00-05:00` says how far it is from UTC', clockAlone],
    ['2026-12-08 9am', '`9am` is no time of day', anyTime],
    ['2026-12-08T', '`` is no time of day', anyTime],
    ['December 8', '`December 8` is no day', anyDay],
    ['8 December', '`8 December` is no day', anyDay],
    ['2026-02-30 09:00', '`2026-02-30` is on no calendar', 'that month ends on `2026-02-28`'],
    ['', 'no day', anyDay],
  ])('%j is no wall clock', (text, problem, mend) => {
    expect(readWallClock(text)).toEqual({ problem, mend })
  })

  it.each([
    ['2027-01-15T09:00', '2027-01-15T07:00:00Z'],
    ['2027-01-15', '2027-01-14T22:00:00Z'],
    ['2027-01-15T09:00Z', '2027-01-15T09:00:00Z'],
    ['2027-01-15 09:00:30+02:00', '2027-01-15T07:00:30Z'],
    // Written with its offset, a time that happens twice is one.
    ['2027-10-31T03:30+02:00', '2027-10-31T01:30:00Z'],
  ])('now may be %s', (text, instant) => {
    expect(readNow(text, 'Europe/Tallinn')).toMatchObject({ instant, zone: 'Europe/Tallinn' })
  })

  it.each([
    ['yesterday', '`yesterday` is no day', anyDay],
    ['', 'no day', anyDay],
    ['2027-99-99T00:00Z', '`2027-99-99T00:00Z` is no time', 'write it as in `2027-01-15T09:00`'],
    [
      '2027-03-28 03:30',
      '`2027-03-28 03:30` does not exist in Europe/Tallinn: the clocks change',
      'write `2027-03-28T02:30:00+02:00` or `2027-03-28T04:30:00+03:00`',
    ],
    [
      '2027-10-31T03:30',
      '`2027-10-31 03:30` happens twice in Europe/Tallinn: the clocks change',
      'write `2027-10-31T03:30:00+03:00` or `2027-10-31T03:30:00+02:00`',
    ],
  ])('now may not be %j', (text, problem, mend) => {
    expect(readNow(text, 'Europe/Tallinn')).toEqual({ problem, mend })
  })

  it.each([
    ['Europe/Tallinn', true],
    ['UTC', true],
    ['Estonia', false],
    ['+02:00', false],
    ['', false],
  ])('%j is a zone: %s', (name, expected) => {
    expect(isZone(name)).toBe(expected)
  })
})

describe('calendar days', () => {
  // The clocks change on 28 March 2027: +2d 09:00 is two calendar days later, 47 hours.
  it.each([
    ['2027-03-26', '+2d 09:00', '2027-03-28T06:00:00Z'],
    ['2027-03-27', '+2d 09:00', '2027-03-29T06:00:00Z'],
    ['2027-10-30', '+2d 09:00', '2027-11-01T07:00:00Z'],
    ['2026-12-30', '+1w 09:00', '2027-01-06T07:00:00Z'],
  ])('%s %s', (day, offset, instant) => {
    const { days, time } = readOffset(offset) as { days: number; time: string }
    expect(toMoment(addDays(day, days), time, 'Europe/Tallinn')).toMatchObject({ instant })
  })

  it.each([
    ['2027-01-31', 1, '2027-02-28'],
    ['2027-01-31', 2, '2027-03-31'],
    ['2028-01-31', 1, '2028-02-29'],
  ])('%s and %i months, counted from the base day', (day, times, expected) => {
    const { months = 0 } = readSpan('1 month') as Span
    expect(
      Temporal.PlainDate.from(day)
        .add({ months: months * times })
        .toString(),
    ).toBe(expected)
  })

  it.each([
    ['2026-12-08', '2026-12-08', 0],
    ['2026-12-08', '2027-01-01', 24],
    ['2027-03-27', '2027-03-29', 2],
    ['2026-12-08', '2026-12-01', -7],
  ])('from %s to %s: %i days', (first, second, days) => {
    expect(daysFrom(first, second)).toBe(days)
    expect(addDays(first, days)).toBe(second)
  })

  it.each([
    ['2026-12-07', 1],
    ['2026-12-13', 7],
  ])('%s is weekday %i', (day, weekday) => {
    expect(weekdayOf(day)).toBe(weekday)
  })
})

describe('laws', () => {
  const zone = fc.constantFrom(...zones)
  const anywhere = fc
    .tuple(zone, fc.integer({ min: 0, max: 299 * 365 * 24 * 60 }))
    .map(([name, minutes]) => ({
      zone: name,
      plain: Temporal.PlainDateTime.from('1900-01-02T00:00').add({ minutes }),
    }))
  /** Wall clocks within three hours of a change of the zone's clocks; in the zone without changes, anywhere. */
  const atChange = fc
    .tuple(anywhere, fc.integer({ min: -180, max: 180 }))
    .map(([{ zone: name, plain }, minutes]) => {
      const change = plain.toZonedDateTime(name).getTimeZoneTransition('previous')
      const near = change?.toPlainDateTime().round('minute') ?? plain
      return { zone: name, plain: near.add({ minutes }) }
    })
    .filter(({ plain }) => plain.year >= 1900)
  const wallClock = fc.oneof(anywhere, atChange).map(({ zone: name, plain }) => ({
    zone: name,
    day: plain.toPlainDate().toString(),
    time: plain.toPlainTime().toString({ smallestUnit: 'minute' }),
  }))

  it('reads every wall clock back, or refuses it and shows what each choice leads to', () => {
    let refused = 0
    fc.assert(
      fc.property(wallClock, ({ zone: name, day, time }) => {
        const read = toMoment(day, time, name)
        const choices = (['earlier', 'later'] as const).map(
          (fold) => toMoment(day, time, name, fold) as Moment,
        )
        const [earlier, later] = choices as [Moment, Moment]
        if (!isProblem(read)) {
          expect(read.local).toBe(`${day}T${time}`)
          expect(read.zone).toBe(name)
          expect(choices).toEqual([read, read])
          return
        }
        refused += 1
        expect(earlier.instant < later.instant).toBe(true)
        const shown = (read as Problem).mend
        for (const choice of choices) {
          if (read.problem.includes('happens twice')) {
            expect(choice.local).toBe(`${day}T${time}`)
            const { offset } = Temporal.Instant.from(choice.instant).toZonedDateTimeISO(name)
            expect(shown).toContain(`(UTC${offset})`)
          } else {
            expect(choice.local).not.toBe(`${day}T${time}`)
            expect(shown).toContain(`\`${choice.local.replace('T', ' ')}\``)
            // Until 1972 some offsets had seconds, which no wall clock here shows.
            if (!choice.instant.endsWith(':00Z')) continue
            const again = toMoment(dayOf(choice), choice.local.slice(11), name)
            expect(again).toMatchObject({ local: choice.local })
          }
        }
      }),
      { numRuns: 1500 },
    )
    expect(refused).toBeGreaterThan(50)
  })

  it('gives increasing instants for increasing wall clocks of a zone, as text too', () => {
    fc.assert(
      fc.property(zone, fc.array(wallClock, { minLength: 2, maxLength: 8 }), (name, clocks) => {
        const moments = clocks
          .map(({ day, time }) => toMoment(day, time, name))
          .filter((read): read is Moment => !isProblem(read))
          .sort((a, b) => (a.local < b.local ? -1 : 1))
        for (const [index, later] of moments.entries()) {
          const earlier = moments[index - 1]
          if (!earlier || earlier.local === later.local) continue
          expect(earlier.instant < later.instant).toBe(true)
          expect(Temporal.Instant.compare(earlier.instant, later.instant)).toBe(-1)
        }
      }),
      { numRuns: 300 },
    )
  })

  it('never throws on any text', () => {
    const text = fc.oneof(
      anyText,
      fc.stringMatching(/^[-+0-9TZ: .]{0,20}$/),
      fc.stringMatching(/^\d{4}-\d\d-\d\d[T ]\d\d:\d\d$/),
    )
    fc.assert(
      fc.property(text, zone, (written, name) => {
        readNow(written, name)
        const read = readWallClock(written)
        if (!isProblem(read)) toMoment(read.day, read.time ?? '00:00', name)
      }),
      { numRuns: 500 },
    )
  })

  it('depends on nothing of the machine it runs on', async () => {
    const script = fileURLToPath(new URL('tz-summary.ts', import.meta.url))
    const machines = ['UTC', 'Pacific/Apia', 'America/St_Johns', 'Asia/Tehran']
    const hashes = await Promise.all(
      machines.map(async (TZ) => {
        const env = { ...process.env, TZ, LANG: 'de_DE.UTF-8', LC_ALL: 'tr_TR.UTF-8' }
        const { stdout } = await promisify(execFile)(process.execPath, [script], { env })
        return stdout.trim()
      }),
    )
    expect(hashes[0]).toMatch(/^UTC [0-9a-f]{64}$/)
    expect(hashes.map((line) => line.split(' ')[0])).toEqual(machines)
    expect(new Set(hashes.map((line) => line.split(' ')[1])).size).toBe(1)
  })
})

describe('withOffset', () => {
  it.each([
    [at('2026-12-08 09:00'), '2026-12-08T09:00:00+02:00'],
    [at('2027-10-31 03:30', 'Europe/Tallinn', 'later'), '2027-10-31T03:30:00+02:00'],
    [at('2026-12-08 09:00', 'Asia/Kathmandu'), '2026-12-08T09:00:00+05:45'],
  ])('%o', (moment, expected) => {
    expect(withOffset(moment)).toBe(expected)
  })
})
