import { addDays, dayIn, type Moment } from '../../calendar/time.ts'
import type { QueueItem } from '../queue-item.ts'
import type { Look } from './look.ts'
import { renderLine } from './render-line.ts'

/** Days back in which what was missed is still worth knowing. */
const recent = 14
const most = 5

/** What was never handed over and is too late now; empty where there is none that is recent. */
export function renderMissed(
  missed: readonly QueueItem[],
  { now, zone, title }: { now: Moment; zone: string; title: string },
  look: Look,
): string {
  const first = addDays(dayIn(now, zone), -recent)
  const shown = missed.filter(({ at }) => at && dayIn(at, zone) >= first)
  if (shown.length === 0) return ''
  const more = shown.length - most
  return [
    look.style('bold', title),
    ...(more > 0 ? [`  ${more} more in the last ${recent} days, then`] : []),
    ...shown.slice(-most).map((item) => renderLine(item, zone, look)),
  ].join('\n')
}
