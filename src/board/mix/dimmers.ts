import type { DayRange } from '../../calendar/plan.ts'
import { addDays, dayIn, daysFrom } from '../../calendar/time.ts'
import { kinds } from '../../calendar/vocabulary.ts'
import type { Counted } from './volumes.ts'

/** How far a channel is turned up for one kind of snippet, and what comes of it. */
export interface Dimmer {
  channel: string
  kind: (typeof kinds)[number]
  /** A week, not rounded; 0 is off, undefined where the plan does not say. */
  asked?: number
  /** Snippets of each week, by time: four that are past, the last of which ends today, and four ahead. */
  weeks: readonly number[]
}

/** Weeks that are looked at on either side of today. */
export const dimmerWeeks = 4

/** The days of each week that dimmers are held against. */
export function weeksAround(today: string): DayRange[] {
  return Array.from({ length: 2 * dimmerWeeks }, (_, week) => {
    const from = addDays(today, 1 + 7 * (week - dimmerWeeks))
    return { from, to: addDays(from, 6) }
  })
}

/** Every dimmer of every channel, and what goes out that no dimmer speaks of. */
export function dimmersOf({ calendar: { plan }, items }: Counted, today: string): Dimmer[] {
  const first = weeksAround(today)[0]?.from ?? today
  const counts = new Map<string, number[]>()
  for (const { channel, kind, at } of items) {
    const week = Math.floor(daysFrom(first, dayIn(at, plan.zone)) / 7)
    if (week < 0 || week >= 2 * dimmerWeeks) continue
    const weeks = counts.getOrInsertComputed(`${channel} ${kind}`, () => noWeeks())
    weeks[week] = (weeks[week] as number) + 1
  }
  return Object.entries(plan.channels).flatMap(([channel, { dimmers }]) =>
    kinds.flatMap((kind): Dimmer[] => {
      const rate = dimmers[kind]
      const weeks = counts.get(`${channel} ${kind}`)
      if (!rate && !weeks) return []
      const asked = rate && { asked: (rate.times * 7) / rate.days }
      return [{ channel, kind, ...asked, weeks: weeks ?? noWeeks() }]
    }),
  )
}

function noWeeks(): number[] {
  return Array.from({ length: 2 * dimmerWeeks }, () => 0)
}
