import { addDays, dayIn, type Moment } from '../../calendar/time.ts'
import type { QueueItem } from '../queue-item.ts'
import { shortDay } from './day-words.ts'
import type { Look } from './look.ts'
import { renderLine } from './render-line.ts'

/** Days back in which what was missed is shown with its words. */
const recent = 14
const most = 5

/**
 * What was never handed over and is too late now: the last of it, how to see the rest, and what to do; empty where there
 * is none.
 * @param missed by time
 */
export function renderMissed(
  missed: readonly QueueItem[],
  { now, zone, title }: { now: Moment; zone: string; title: string },
  look: Look,
): string {
  const days = missed.flatMap(({ at }) => (at ? [dayIn(at, zone)] : []))
  const [first] = days
  if (first === undefined) return ''
  const today = dayIn(now, zone)
  const shown = missed.filter((_, index) => (days[index] as string) >= addDays(today, -recent)).slice(-most)
  const rest = missed.length - shown.length
  return [
    look.style('bold', title),
    ...(rest > 0
      ? [
          `  ${rest}${shown.length > 0 ? ' before these' : ''}, since ${shortDay(first)}: npm run queue -- --from ${first} --until ${today}`,
        ]
      : []),
    ...shown.map((item) => renderLine(item, zone, look)),
    '    to send one after all, give it a time that is ahead with `at`',
  ].join('\n')
}
