import type { Plan } from '../calendar/plan.ts'
import { keepersOf, slotsBetween } from '../calendar/slots.ts'
import { addDays, dayAt, dayIn, daysFrom, type Moment } from '../calendar/time.ts'

/** The free times of a channel: its weekly `times`, less what is taken. */
export interface FreeTimes {
  /** Takes the first free time that is not before an instant; undefined when the channel has none within a year. */
  take(from: string): Moment | undefined
}

/** Slots are laid out a quarter at a time, as they are asked for. */
const quarter = 91
const epoch = '1970-01-01'

/**
 * Free times of a channel. Each thing that has a time of its own keeps one slot of its day; days on which nothing
 * goes out have none.
 */
export function freeTimesOf(
  times: Plan['channels'][string]['times'],
  { zone, blackouts }: Pick<Plan, 'zone' | 'blackouts'>,
  taken: readonly Moment[],
): FreeTimes {
  const numberOf = (day: string) => Math.floor(daysFrom(epoch, day) / quarter)
  let things: Map<number, { at: Moment; day: string }[]> | undefined
  const laidOut = new Map<number, Moment[]>()
  const freeIn = (number: number): Moment[] => {
    const first = addDays(epoch, number * quarter)
    things ??= Map.groupBy(
      taken.map((at) => ({ at, day: dayIn(at, zone) })),
      ({ day }) => numberOf(day),
    )
    const slots = slotsBetween(times, zone, first, addDays(first, quarter - 1), blackouts)
    const keepers = keepersOf(slots, things.get(number) ?? [])
    return slots
      .filter(({ isBlackout }, index) => !isBlackout && !keepers[index])
      .map(({ local, instant }) => ({ local, zone, instant }))
  }
  return {
    take(from) {
      const first = numberOf(dayAt(from, zone))
      for (let number = first; number <= first + 4; number++) {
        const free = laidOut.getOrInsertComputed(number, freeIn)
        const index = free.findIndex(({ instant }) => instant >= from)
        if (index >= 0) return free.splice(index, 1)[0]
      }
      return undefined
    },
  }
}
