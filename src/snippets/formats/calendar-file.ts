/** Something in a calendar. */
export interface CalendarEvent {
  /** Stays the same as long as it is the same thing. */
  uid: string
  /** When it was last changed, as an RFC 3339 instant; never the time of writing, so that nothing changes by itself. */
  stamp: string
  /** A day, `2027-01-05`, or an instant with its length in minutes. */
  when: { day: string } | { instant: string; minutes: number }
  summary: string
  description?: string
  /** Percent-encoded, as `URL.href` gives it. */
  url?: string
  /** How often it was changed. */
  sequence?: number
  isCancelled?: boolean
  /** Others see the time as taken. */
  isBusy?: boolean
}

/** Events as an iCalendar file (RFC 5545): CRLF, lines of at most 75 bytes, times in UTC. */
export function renderCalendar(events: readonly CalendarEvent[], name: string): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Coldread//Coldread//EN',
    'CALSCALE:GREGORIAN',
    `X-WR-CALNAME:${escaped(name)}`,
    ...events.flatMap(linesOf),
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${folded(line)}\r\n`).join('')
}

function linesOf({ uid, stamp, when, summary, description, url, ...event }: CalendarEvent): string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${escaped(uid)}`,
    `DTSTAMP:${stampOf(stamp)}`,
    ...('day' in when
      ? [`DTSTART;VALUE=DATE:${when.day.replaceAll('-', '')}`]
      : [`DTSTART:${stampOf(when.instant)}`, ...(when.minutes > 0 ? [`DURATION:PT${when.minutes}M`] : [])]),
    `SUMMARY:${escaped(summary)}`,
    ...(description ? [`DESCRIPTION:${escaped(description)}`] : []),
    ...(url ? [`URL:${url}`] : []),
    `SEQUENCE:${event.sequence ?? 0}`,
    `STATUS:${event.isCancelled ? 'CANCELLED' : 'CONFIRMED'}`,
    `TRANSP:${event.isBusy ? 'OPAQUE' : 'TRANSPARENT'}`,
    'END:VEVENT',
  ]
}

/** `2027-01-05T09:00:00Z` as `20270105T090000Z`. */
function stampOf(instant: string): string {
  return instant.replace(/[-:]|\.\d+/g, '')
}

/**
 * A TEXT value. Control characters, which it cannot hold, are left out; Unicode's own line breaks become plain ones, since
 * some readers end the line at them.
 */
function escaped(text: string): string {
  return (
    text
      .toWellFormed()
      .replace(/\r\n?|[\u2028\u2029]/g, '\n')
      .replace(/[\\;,]/g, '\\$&')
      .replaceAll('\n', '\\n')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what has to go.
      .replace(/[\x00-\x08\x0a-\x1f\x7f]/g, '')
  )
}

/** A line in pieces of at most 75 bytes, each but the first behind a space; no character is torn. */
function folded(line: string): string {
  if (Buffer.byteLength(line) <= 75) return line
  const pieces: string[] = []
  let [bytes, from, to] = [0, 0, 0]
  for (const character of line) {
    const size = Buffer.byteLength(character)
    if (bytes + size > 75) {
      pieces.push(line.slice(from, to))
      from = to
      bytes = 1
    }
    bytes += size
    to += character.length
  }
  return [...pieces, line.slice(from)].join('\r\n ')
}
