import { nearest } from '../../src/calendar/nearest.ts'
import type { Plan } from '../../src/calendar/plan.ts'
import type { Inbox } from '../../src/inbox/inbox.ts'

/**
 * Whether things can be heard there: on a channel of the plan, or at a place of any other name, unless that looks like
 * a misspelled one.
 * @returns what is wrong, as a sentence
 */
export function placeProblem(on: string, { channels }: Plan, { entries }: Inbox): string | undefined {
  const known = new Set([...Object.keys(channels), 'search', ...entries.map((entry) => entry.on)])
  if (known.has(on)) return undefined
  const meant = nearest(on, known)
  return meant === undefined ? undefined : `There is no channel ${on}. Did you mean ${meant}?`
}
