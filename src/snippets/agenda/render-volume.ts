import type { Rate } from '../../calendar/amount.ts'
import { addDays, dayIn, daysFrom } from '../../calendar/time.ts'
import { kinds } from '../../calendar/vocabulary.ts'
import type { QueueItem } from '../queue-item.ts'
import type { Agenda } from './agenda.ts'
import { cell } from './cell.ts'
import { shortDay } from './day-words.ts'
import type { Look } from './look.ts'

/** As many weeks as fit on a line. */
const mostWeeks = 4

/** What is planned a week, by channel and kind, beside what the dimmers ask for; empty where they ask for nothing. */
export function renderVolume(
  { calendar: { plan }, from, until, channels }: Agenda,
  items: readonly QueueItem[],
  { style }: Look,
): string {
  const weeks = Array.from(
    { length: Math.min(mostWeeks, Math.ceil((daysFrom(from, until) + 1) / 7)) },
    (_, index) => addDays(from, 7 * index),
  )
  const weekOf = ({ at }: QueueItem) => (at ? Math.floor(daysFrom(from, dayIn(at, plan.zone)) / 7) : -1)
  const lines = Object.entries(plan.channels).flatMap(([channel, { dimmers }]) => {
    if (channels && !channels.includes(channel)) return []
    const own = items.filter((item) => item.channel === channel)
    return kinds
      .filter((kind) => (dimmers[kind]?.times ?? 0) > 0 || own.some((item) => item.kind === kind))
      .map((kind) => {
        const counts = weeks.map(
          (_, week) => own.filter((item) => item.kind === kind && weekOf(item) === week).length,
        )
        const rate = dimmers[kind]
        const asked = rate ? (rate.times * 7) / rate.days : undefined
        const cells = counts.map((count) => {
          const text = String(count).padStart(12)
          return asked !== undefined && count !== asked && (count === 0 || count > Math.max(1, asked))
            ? style('yellow', text)
            : text
        })
        return `  ${cell(channel, 10)} ${cell(kind, 9)}${cells.join('')}   ${askedWords(rate)}`
      })
  })
  if (lines.length === 0) return ''
  const head = weeks.map((day) => shortDay(day).padStart(12)).join('')
  return [
    style('bold', 'Week by week'),
    `${' '.repeat(22)}${style('dim', `${head}   asked`)}`,
    ...lines,
  ].join('\n')
}

function askedWords(rate: Rate | undefined): string {
  if (!rate) return 'not said'
  const { times, days } = rate
  if (times === 0) return 'off'
  if (days === 1) return `${times} a day`
  if (days === 30) return `${times} a month`
  return days === 7
    ? `${times} a week`
    : `${times} in ${days % 7 === 0 ? `${days / 7} weeks` : `${days} days`}`
}
