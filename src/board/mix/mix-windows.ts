import type { DayRange } from '../../calendar/plan.ts'
import { addDays } from '../../calendar/time.ts'

/** Days that are looked at together. */
export interface MixWindow extends DayRange {
  title: string
}

/** The last and the next 30 and 90 days; today is the last of those that are past. */
export function mixWindows(today: string): MixWindow[] {
  return [
    { title: 'Last 90 days', from: addDays(today, -89), to: today },
    { title: 'Last 30 days', from: addDays(today, -29), to: today },
    { title: 'Next 30 days', from: addDays(today, 1), to: addDays(today, 30) },
    { title: 'Next 90 days', from: addDays(today, 1), to: addDays(today, 90) },
  ]
}
