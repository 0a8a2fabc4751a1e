import fc from 'fast-check'
import ICAL from 'ical.js'
import nodeIcal from 'node-ical'
import { describe, expect, it } from 'vitest'
import { type CalendarEvent, renderCalendar } from '../../../src/snippets/formats/calendar-file.ts'
import { calendarEvent, icalendar } from '../../../src/snippets/formats/icalendar.ts'
import { at, contextOf, exportItem, someItems } from './export-items.ts'

const context = contextOf()

function byIcalJs(text: string) {
  return new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map((component) => {
    const event = new ICAL.Event(component)
    return {
      uid: event.uid,
      summary: event.summary,
      description: event.description,
      url: component.getFirstPropertyValue('url'),
      start: event.startDate.isDate ? event.startDate.toString() : event.startDate.toJSDate().toISOString(),
      minutes: event.startDate.isDate ? undefined : event.duration.toSeconds() / 60,
      sequence: event.sequence,
      status: component.getFirstPropertyValue('status'),
      stamp: String(component.getFirstPropertyValue('dtstamp')),
    }
  })
}

function byNodeIcal(text: string) {
  return Object.values(nodeIcal.sync.parseICS(text)).flatMap((event) => {
    if (event?.type !== 'VEVENT') return []
    const isDay = event.datetype === 'date'
    const { start, end } = event
    return [
      {
        uid: event.uid,
        summary: String(event.summary),
        description: event.description,
        url: event.url,
        start: isDay
          ? [start.getFullYear(), start.getMonth() + 1, start.getDate()]
              .map((part) => String(part).padStart(2, '0'))
              .join('-')
          : start.toISOString(),
        minutes: isDay ? undefined : ((end?.getTime() ?? Number.NaN) - start.getTime()) / 60_000,
        sequence: Number(event.sequence),
        status: event.status,
        stamp: event.dtstamp?.toISOString().replace('.000', ''),
      },
    ]
  })
}

const parsers = {
  'ical.js': { read: byIcalJs, isReadable: () => true },
  // It undoes escapes one kind after the other, and so takes an escaped backslash before an n for a line break.
  'node-ical': { read: byNodeIcal, isReadable: (words: string) => !/\\[nN;,\\]/.test(words) },
}

const hard = fc.constantFrom(
  ...[
    '\\',
    '\\n',
    '\\N',
    ';',
    ',',
    ':',
    '"',
    '\n',
    '\r\n',
    '\r',
    '\t',
    ' ',
    '👩‍👩‍👧‍👦',
    'שלום',
    '漢字',
    'BEGIN:VEVENT',
  ],
  ...['\u202E', 'e\u0301', 'õ', '^n', '%', '\\,', '\\\\n', '\0', '\u0007', '\u2028', '\u0085', '\uFEFF'],
)
const words = fc
  .array(fc.oneof(hard, fc.string({ unit: 'binary', maxLength: 40 }), fc.string({ maxLength: 40 })), {
    minLength: 1,
    maxLength: 8,
  })
  .map((pieces) => `a${pieces.join('')}z`)

/** What a TEXT value can hold of words. */
function kept(words: string): string {
  return (
    words
      .replace(/\r\n?|[\u2028\u2029]/g, '\n')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what goes.
      .replace(/[\x00-\x08\x0b-\x1f\x7f]/g, '')
  )
}

const event = fc.record({
  uid: fc.uuid().map((id) => `${id}@notes.example`),
  stamp: fc.constant('2027-03-01T08:00:00Z'),
  when: fc.oneof(
    fc.record({ day: fc.constantFrom('2027-03-28', '2028-02-29', '2027-12-31') }),
    fc.record({
      instant: fc.constantFrom('2027-03-28T00:59:00Z', '2027-10-31T01:30:00Z', '2036-01-01T00:00:00Z'),
      minutes: fc.integer({ min: 1, max: 600 }),
    }),
  ),
  summary: words,
  description: words,
  url: fc.webUrl().map((url) => new URL(url).href),
  sequence: fc.nat(50),
  isCancelled: fc.boolean(),
})

describe.each(Object.entries(parsers))('iCalendar, read by %s', (_, { read, isReadable }) => {
  it('says what was meant', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(event, { minLength: 1, maxLength: 4, selector: ({ uid }) => uid }),
        (events) => {
          fc.pre(events.every(({ summary, description }) => isReadable(kept(`${summary} ${description}`))))
          expect(read(renderCalendar(events, 'Notes'))).toEqual(
            events.map(({ uid, summary, description, url, when, sequence, isCancelled }) => ({
              uid,
              summary: kept(summary),
              description: kept(description),
              url,
              start: 'day' in when ? when.day : new Date(when.instant).toISOString(),
              minutes: 'day' in when ? undefined : when.minutes,
              sequence,
              status: isCancelled ? 'CANCELLED' : 'CONFIRMED',
              stamp: '2027-03-01T08:00:00Z',
            })),
          )
        },
      ),
      { numRuns: 300 },
    )
  })

  it('finds every item of a queue', () => {
    const { content } = icalendar.render(someItems, 'queue', context)
    const events = read(content)
    expect(events.map(({ uid }) => uid)).toEqual(someItems.map(({ id }) => `${id}@notes.example`))
    expect(events.find(({ uid }) => uid.startsWith('activity/fairs/1'))).toMatchObject({
      start: '2027-04-02',
      summary: 'Spring fair',
    })
    expect(events.find(({ uid }) => uid.startsWith('activity/fairs/2'))).toMatchObject({
      start: '2027-04-05T06:00:00.000Z',
      minutes: 60,
    })
  })
})

describe('iCalendar', () => {
  it('folds lines at 75 bytes, never within a character', () => {
    fc.assert(
      fc.property(event, (each) => {
        const text = renderCalendar([each as CalendarEvent], each.summary)
        expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
        for (const line of text.split('\r\n')) {
          expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
          expect(line.isWellFormed()).toBe(true)
        }
      }),
    )
  })

  it('changes nothing by itself: the same items give the same bytes', () => {
    const twice = [0, 1].map(() => icalendar.render(someItems, 'queue', context).content)
    expect(twice[0]).toBe(twice[1])
  })

  it('says that something was moved or does not go out', () => {
    const item = exportItem({ sequence: 2, isCancelled: true, at: at('2027-10-31T09:00') })
    const { content } = icalendar.render([item], 'queue', context)
    expect(content).toContain('\r\nDTSTART:20271031T070000Z\r\n')
    expect(content).toContain('\r\nSEQUENCE:2\r\nSTATUS:CANCELLED\r\n')
  })

  it('takes the day of an all-day activity where it was written', () => {
    const item = exportItem({ allDay: true, kind: 'activity', at: at('2027-04-02T00:00', 'Asia/Tokyo') })
    expect(calendarEvent(item, context).when).toEqual({ day: '2027-04-02' })
  })

  it('shortens a long title, and tears no character', () => {
    const { summary, description } = calendarEvent(exportItem({ parts: ['👩‍👩‍👧‍👦'.repeat(100)] }), context)
    expect(summary).toMatch(/^X: (?:👩‍👩‍👧‍👦)+…$/u)
    expect(description).toContain('👩‍👩‍👧‍👦'.repeat(100))
  })
})
