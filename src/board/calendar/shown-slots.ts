import type { CalendarDays } from './calendar-days.ts'
import type { DaySlot } from './day-slots.ts'

/** A slot, and what is said of it. */
export interface ShownSlot extends DaySlot {
  /** `09:00 post: empty` */
  words: string
}

/** The slots of a day to be shown beside its entries: of posts all, of channels what nothing stands in. */
export function shownSlots(day: string, { entries, slots }: CalendarDays): ShownSlot[] {
  const hasSoft = (entries.get(day) ?? []).some(({ what, isSoft }) => what === 'post' && isSoft)
  return (slots.get(day) ?? [])
    .filter(
      ({ channel, state }) =>
        state !== 'blackout' && (channel === undefined || state === 'empty' || state === 'missed'),
    )
    .map((slot) => {
      const { time, channel, state } = slot
      const words = state === 'empty' && hasSoft && channel === undefined ? 'planned, not promised' : state
      return { ...slot, words: `${time} ${channel ?? 'post'}: ${words}` }
    })
}
