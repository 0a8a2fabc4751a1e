import { isBlackout } from './blackout.ts'
import type { Calendar } from './calendar.ts'
import { entriesOf } from './mix.ts'
import { keepersOf, slotsBetween } from './slots.ts'
import { addDays, dayIn, dayOf, type Moment, momentOf } from './time.ts'

/** Where a calendar has nothing yet. */
export interface Gaps {
  /** Slots of the plan's rhythm that no post is scheduled or planned for, by time. */
  slots: readonly Moment[]
  /**
   * The longest run of days with neither post nor activity, from today on; the first of equals. Blackouts do not end
   * it, and are not counted in `days`. Undefined when every day has something.
   */
  longest?: { from: string; to: string; days: number }
}

/**
 * Looks so many weeks ahead, to the same weekday and time: each slot of the rhythm comes up once a week. A slot is
 * taken by a post on its calendar day, however sure; one post takes one slot. Slots in a blackout are no gaps.
 */
export function gapsOf(calendar: Calendar, weeks: number): Gaps {
  const { plan, now } = calendar
  const { zone, blackouts } = plan
  const end = momentOf(Temporal.Instant.from(now.instant).toZonedDateTimeISO(zone).add({ weeks }))
  const today = dayIn(now, zone)
  const entries = entriesOf(calendar)

  const slots = slotsBetween(plan.rhythm, zone, today, dayOf(end), blackouts)
  const keepers = keepersOf(
    slots,
    entries.filter(({ post }) => post),
  )
  const open = slots.filter(
    (slot, index) =>
      !slot.isBlackout && !keepers[index] && now.instant < slot.instant && slot.instant <= end.instant,
  )

  const busy = new Set(entries.map(({ day }) => day))
  let longest: Gaps['longest']
  let run: Gaps['longest']
  for (let day = today; day < dayOf(end); day = addDays(day, 1)) {
    if (isBlackout(day, plan)) continue
    run = busy.has(day) ? undefined : { from: run?.from ?? day, to: day, days: (run?.days ?? 0) + 1 }
    if (run && run.days > (longest?.days ?? 0)) longest = run
  }
  return {
    slots: open.map(({ isBlackout: _, ...slot }) => slot),
    ...(longest && { longest }),
  }
}
