import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readSlot, type Slot } from '../../../src/calendar/amount.ts'
import { keepersOf, slotsBetween } from '../../../src/calendar/slots.ts'
import { addDays, dayIn } from '../../../src/calendar/time.ts'
import { at, zones } from './corner-shop.ts'

const rhythmOf = (...texts: string[]) => texts.map((text) => readSlot(text) as Slot)

describe('slotsBetween', () => {
  // 2026-12-01 is a Tuesday.
  it.each<[string, string[], string, string, string[]]>([
    [
      'three Tuesdays',
      ['tue 09:00'],
      '2026-12-01',
      '2026-12-15',
      ['12-01 09:00', '12-08 09:00', '12-15 09:00'],
    ],
    ['both ends count', ['tue 09:00'], '2026-12-08', '2026-12-08', ['12-08 09:00']],
    ['no slot on that day', ['tue 09:00'], '2026-12-09', '2026-12-14', []],
    ['backwards', ['tue 09:00'], '2026-12-15', '2026-12-01', []],
    ['no rhythm', [], '2026-12-01', '2026-12-15', []],
    [
      'by time, whatever the order of the rhythm',
      ['thu 10:00', 'tue 09:00', 'tue 08:00'],
      '2026-12-01',
      '2026-12-08',
      ['12-01 08:00', '12-01 09:00', '12-03 10:00', '12-08 08:00', '12-08 09:00'],
    ],
    ['a slot said twice is one', ['tue 09:00', 'tue 09:00'], '2026-12-01', '2026-12-07', ['12-01 09:00']],
  ])('%s', (_, rhythm, from, to, expected) => {
    const slots = slotsBetween(rhythmOf(...rhythm), 'Europe/Tallinn', from, to)
    expect(slots.map(({ local }) => local.slice(5).replace('T', ' '))).toEqual(expected)
  })

  it.each([
    // Tallinn skips 03:00–04:00: 03:30 is taken at 04:30+03:00.
    ['a gap', 'sun 03:30', 'Europe/Tallinn', '2027-03-28', '2027-03-28T04:30', '2027-03-28T01:30:00Z'],
    // 03:30 is there twice; the earlier is at +03:00.
    ['an overlap', 'sun 03:30', 'Europe/Tallinn', '2027-10-31', '2027-10-31T03:30', '2027-10-31T00:30:00Z'],
    // Lord Howe goes from +10:30 to +11:00 at 02:00.
    [
      'half an hour',
      'sun 02:15',
      'Australia/Lord_Howe',
      '2026-10-04',
      '2026-10-04T02:45',
      '2026-10-03T15:45:00Z',
    ],
    [
      'a gap at midnight',
      'fri 00:00',
      'Africa/Cairo',
      '2027-04-30',
      '2027-04-30T01:00',
      '2027-04-29T22:00:00Z',
    ],
    [
      'a gap into the next day',
      'sat 23:30',
      'America/Nuuk',
      '2027-03-27',
      '2027-03-28T00:30',
      '2027-03-28T01:30:00Z',
    ],
    [
      'a day that was skipped',
      'fri 09:00',
      'Pacific/Apia',
      '2011-12-30',
      '2011-12-31T09:00',
      '2011-12-30T19:00:00Z',
    ],
  ])('%s', (_, slot, zone, day, local, instant) => {
    expect(slotsBetween(rhythmOf(slot), zone, day, day)).toEqual([
      { local, zone, instant, isBlackout: false },
    ])
  })

  it('makes one of two slots that the clocks push together', () => {
    const slots = slotsBetween(rhythmOf('fri 09:00', 'sat 09:00'), 'Pacific/Apia', '2011-12-30', '2011-12-31')
    expect(slots.map(({ local }) => local)).toEqual(['2011-12-31T09:00'])
  })

  it('says which fall in a blackout, both of its ends counted', () => {
    // Thursdays 17, 24 and 31 December.
    const blackouts = [{ from: '2026-12-24', to: '2026-12-31' }]
    const slots = slotsBetween(rhythmOf('thu 09:00'), 'Europe/Tallinn', '2026-12-17', '2027-01-07', blackouts)
    expect(slots.map(({ isBlackout }) => isBlackout)).toEqual([false, true, true, false])
  })

  const slot = fc.record({
    weekday: fc.integer({ min: 1, max: 7 }),
    time: fc.constantFrom('00:00', '00:30', '02:15', '03:30', '09:00', '23:30'),
  })
  const rhythm = fc.uniqueArray(slot, { maxLength: 4, selector: ({ weekday, time }) => weekday + time })
  const day = fc.integer({ min: 0, max: 6000 }).map((days) => addDays('2020-01-01', days))
  const length = fc.integer({ min: 0, max: 60 })

  it('gives the same for a window as for its two parts', () => {
    fc.assert(
      fc.property(
        rhythm,
        fc.constantFrom(...zones),
        day,
        length,
        length,
        (slots, zone, from, first, second) => {
          const middle = addDays(from, first)
          const end = addDays(middle, second)
          const parts = [
            ...slotsBetween(slots, zone, from, middle),
            ...slotsBetween(slots, zone, addDays(middle, 1), end),
          ].map(({ instant }) => instant)
          const whole = slotsBetween(slots, zone, from, end).map(({ instant }) => instant)
          expect(whole).toEqual([...new Set(parts)])
        },
      ),
      { numRuns: 60 },
    )
  })

  it('has each slot once a week, where the clocks stand still', () => {
    fc.assert(
      fc.property(rhythm, day, fc.integer({ min: 0, max: 8 }), (slots, from, weeks) => {
        const to = addDays(from, weeks * 7 - 1)
        expect(slotsBetween(slots, 'UTC', from, to)).toHaveLength(slots.length * weeks)
      }),
      { numRuns: 60 },
    )
  })
})

describe('dayIn', () => {
  it.each([
    // 23:30 in New York is 06:30 of the next day in Tallinn.
    ['2026-12-08 23:30', 'America/New_York', 'Europe/Tallinn', '2026-12-09'],
    ['2026-12-08 00:30', 'Pacific/Kiritimati', 'America/New_York', '2026-12-07'],
    ['2026-12-08 00:30', 'Europe/Tallinn', 'Europe/Tallinn', '2026-12-08'],
  ])('%s in %s is in %s on %s', (text, written, zone, expected) => {
    expect(dayIn(at(text, written), zone)).toBe(expected)
  })
})

describe('keepersOf', () => {
  const slots = slotsBetween(
    rhythmOf('tue 09:00', 'tue 15:00', 'thu 09:00'),
    'Europe/Tallinn',
    '2026-12-08',
    '2026-12-10',
  )
  const thing = (text: string) => ({
    day: text.slice(0, 10),
    ...(text.length > 10 && { at: at(text) }),
    text,
  })

  it.each<[string, string[], (string | undefined)[]]>([
    ['nothing', [], [undefined, undefined, undefined]],
    ['one thing keeps one slot', ['2026-12-08 11:00'], ['2026-12-08 11:00', undefined, undefined]],
    ['at its very time', ['2026-12-08 15:00'], [undefined, '2026-12-08 15:00', undefined]],
    [
      'the earliest first, days without a time last',
      ['2026-12-08', '2026-12-08 20:00'],
      ['2026-12-08 20:00', '2026-12-08', undefined],
    ],
    [
      'no more than there are slots',
      ['2026-12-10 10:00', '2026-12-10 08:00'],
      [undefined, undefined, '2026-12-10 08:00'],
    ],
    ['not on another day', ['2026-12-09 09:00'], [undefined, undefined, undefined]],
  ])('%s', (_, texts, expected) => {
    expect(keepersOf(slots, texts.map(thing)).map((kept) => kept?.text)).toEqual(expected)
  })

  it('keeps nothing in a blackout', () => {
    const off = slots.map((slot) => ({ ...slot, isBlackout: true }))
    expect(keepersOf(off, [thing('2026-12-08 09:00')])).toEqual([undefined, undefined, undefined])
  })
})
