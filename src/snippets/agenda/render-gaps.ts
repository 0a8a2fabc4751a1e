import { keepersOf, slotsBetween } from '../../calendar/slots.ts'
import { dayIn } from '../../calendar/time.ts'
import type { QueueItem } from '../queue-item.ts'
import type { Agenda } from './agenda.ts'
import { cell } from './cell.ts'
import { shortTime } from './day-words.ts'
import type { Look } from './look.ts'

/** The times of channels that nothing is planned for, a channel a line; empty where all are taken. */
export function renderGaps(
  { calendar: { plan, now }, from, until, channels }: Agenda,
  items: readonly QueueItem[],
  { style, columns }: Look,
): string {
  const lines = Object.entries(plan.channels).flatMap(([channel, { times }]) => {
    if (times.length === 0 || (channels && !channels.includes(channel))) return []
    const own = items.flatMap(({ at, channel: of, kind }) =>
      at && of === channel && kind !== 'activity' ? [{ at, day: dayIn(at, plan.zone) }] : [],
    )
    const slots = slotsBetween(times, plan.zone, from, until, plan.blackouts)
    const keepers = keepersOf(slots, own)
    const empty = slots.filter(
      ({ isBlackout, instant }, index) => !isBlackout && instant > now.instant && !keepers[index],
    )
    if (empty.length === 0) return []
    const most = Math.floor((columns - 16) / 18)
    const shown = empty.slice(0, most).map((slot) => shortTime({ ...slot, zone: plan.zone }, plan.zone))
    const more = empty.length - shown.length
    return [`  ${cell(channel, 10)} ${shown.join(', ')}${more > 0 ? `, ${more} more` : ''}`]
  })
  return lines.length === 0 ? '' : [style('bold', 'Empty times'), ...lines].join('\n')
}
