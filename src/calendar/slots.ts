import type { Slot } from './amount.ts'
import { isBlackout } from './blackout.ts'
import type { DayRange } from './plan.ts'
import { addDays, dayOf, type Moment, momentOf, weekdayOf } from './time.ts'

/** A weekly slot on one of its days. */
export interface SlotTime extends Moment {
  /** It falls on a day on which nothing goes out. */
  isBlackout: boolean
}

/**
 * Every slot of a weekly rhythm from one day to another, both counted, by time; two at one instant are one.
 * A slot is never refused: where the clocks skip its time it is taken at the later reading (`03:30` at `04:30`,
 * even when that is the next day), and where they show it twice, at the earlier.
 */
export function slotsBetween(
  rhythm: readonly Slot[],
  zone: string,
  from: string,
  to: string,
  blackouts: DayRange[] = [],
): SlotTime[] {
  const slots = new Map<string, SlotTime>()
  for (let day = from; day <= to; day = addDays(day, 1))
    for (const { weekday, time } of rhythm) {
      if (weekday !== weekdayOf(day)) continue
      const plain = Temporal.PlainDateTime.from(`${day}T${time}`)
      const moment = momentOf(plain.toZonedDateTime(zone, { disambiguation: 'compatible' }))
      slots.set(moment.instant, { ...moment, isBlackout: isBlackout(dayOf(moment), { blackouts }) })
    }
  return [...slots.values()].sort((a, b) => (a.instant < b.instant ? -1 : 1))
}

/**
 * What keeps each slot, in the order of the slots: something on its calendar day, and one thing keeps one slot.
 * Of several, the one at the very time of the slot comes first, then the earliest; slots in a blackout keep nothing.
 */
export function keepersOf<T extends { day: string; at?: Moment }>(
  slots: readonly SlotTime[],
  things: readonly T[],
): (T | undefined)[] {
  const free = Map.groupBy([...things].sort(byTime), ({ day }) => day)
  const take = (slot: SlotTime, fits: (thing: T) => boolean): T | undefined => {
    const ofDay = slot.isBlackout ? [] : (free.get(dayOf(slot)) ?? [])
    const index = ofDay.findIndex(fits)
    return index === -1 ? undefined : ofDay.splice(index, 1)[0]
  }
  const exact = slots.map((slot) => take(slot, ({ at }) => at?.instant === slot.instant))
  return slots.map((slot, index) => exact[index] ?? take(slot, () => true))
}

function byTime(a: { at?: Moment }, b: { at?: Moment }): number {
  const [first, second] = [a, b].map(({ at }) => at?.instant ?? 'without a time, so last') as [string, string]
  return first < second ? -1 : first > second ? 1 : 0
}
