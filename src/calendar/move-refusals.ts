import { isBlackout } from './blackout.ts'
import type { Calendar } from './calendar.ts'
import type { Problem } from './problem.ts'

/** A day on which nothing goes out. */
export function closed(day: string, { plan }: Pick<Calendar, 'plan'>): Problem | undefined {
  return isBlackout(day, plan)
    ? {
        problem: `\`${day}\` is a day on which nothing goes out`,
        mend: "choose another day, or change the plan's `blackouts`",
      }
    : undefined
}

/** A time that nothing can be moved to any more. */
export function over(when: string, now: string): Problem {
  return { problem: `\`${when}\` is over`, mend: `choose a time after ${now}` }
}
