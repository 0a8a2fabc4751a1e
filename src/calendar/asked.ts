import type { Rate } from './amount.ts'
import { mixOf } from './mix.ts'
import type { DayRange, Plan } from './plan.ts'
import { slotsBetween } from './slots.ts'
import { daysFrom } from './time.ts'
import { type Goal, goalOfPurpose } from './vocabulary.ts'

/** How often a rate asks for something from one day to another, both counted; not rounded. */
export function timesIn({ times, days }: Rate, { from, to }: DayRange): number {
  return (times * (daysFrom(from, to) + 1)) / days
}

/** How many posts the plan's rhythm asks for from one day to another: its slots outside of blackouts. */
export function postsIn(
  { rhythm, zone, blackouts }: Pick<Plan, 'rhythm' | 'zone' | 'blackouts'>,
  { from, to }: DayRange,
): number {
  return slotsBetween(rhythm, zone, from, to, blackouts).filter(({ isBlackout }) => !isBlackout).length
}

/** How much each goal is asked for, of 1: what the mix asks of the purposes that serve it. Purposes that serve either count for the plan's goal. */
export function goalTargets(plan: Pick<Plan, 'mix' | 'relationship' | 'goal'>): Record<Goal, number> {
  const targets: Record<Goal, number> = { acquire: 0, retain: 0 }
  for (const { purpose, target } of mixOf([], plan, { from: '', to: '' }).purposes)
    targets[goalOfPurpose[purpose] ?? plan.goal] += target
  return targets
}
