import type { Calendar } from '../calendar/calendar.ts'
import { entriesOf, mixOf } from '../calendar/mix.ts'
import { addDays, dayIn } from '../calendar/time.ts'
import type { Goal, Purpose } from '../calendar/vocabulary.ts'

/** What a calendar has too little of. */
export interface Shortage {
  /** How far a purpose is below the plan's mix, 0 to 1, and how to say so. */
  ofPurpose(purpose: Purpose): { share: number; why: string }
  /** Whether a goal is the plan's primary one and has less than half of the work. */
  ofGoal(goal: Goal): { isShort: boolean; why: string }
}

/** Days that count, back and ahead. */
const around = 30

/** Looks at the work of 30 days back and 30 ahead, by number. */
export function shortageOf(calendar: Calendar): Shortage {
  const { plan, now } = calendar
  const today = dayIn(now, plan.zone)
  const mix = mixOf(entriesOf(calendar), plan, { from: addDays(today, -around), to: addDays(today, around) })
  const { count } = mix.total
  return {
    ofPurpose(purpose) {
      const found = mix.purposes.find((each) => each.purpose === purpose)
      if (mix.isFew || !found) return { share: 0, why: `${count} entries in 60 days are too few to compare` }
      const wanted = Math.round(found.target * 100)
      return {
        share: Math.max(0, found.target - found.share),
        why: `${found.count} of ${count} entries are ${purpose}, and the plan asks for ${wanted} %`,
      }
    },
    ofGoal(goal) {
      const found = mix.goals.find((each) => each.goal === goal)
      const isShort = !mix.isFew && goal === plan.goal && (found?.share ?? 0) < 0.5
      return {
        isShort,
        why: isShort
          ? `${found?.count ?? 0} of ${count} serve the primary goal, ${goal}`
          : `it serves ${goal}`,
      }
    },
  }
}
