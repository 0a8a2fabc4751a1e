import type { Moment } from '../../calendar/time.ts'

/** What clocks in a zone show at a moment, whatever zone it was written in: `2027-01-05` and `09:00`. */
export function wallClock({ instant }: Moment, zone: string): { day: string; time: string } {
  const [day = '', time = ''] = Temporal.Instant.from(instant)
    .toZonedDateTimeISO(zone)
    .toPlainDateTime()
    .toString({ smallestUnit: 'minute' })
    .split('T')
  return { day, time }
}
