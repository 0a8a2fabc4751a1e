import { type Entry, mixOf } from './mix.ts'
import type { Plan } from './plan.ts'
import { addDays } from './time.ts'

/** Percent of entries that may sell where the plan's mix asks for less; a habit, not a law. */
export const mostSelling = 20

/** Days that a swing looks back on. */
const swingDays = 30

/** How much sells of what the last 30 days before a day, and that day itself, hold. */
export interface Swing {
  day: string
  selling: number
  /** Entries that say what they are for. */
  total: number
  /** Too few for a share to mean anything. */
  isFew: boolean
}

/** Selling against everything else, over time. Shares are of 1. */
export interface Pendulum {
  /** What the plan's mix asks for. */
  target: number
  /** The end of the band: what may sell before it is too much. There is no least: selling nothing is fine. */
  most: number
  swings: readonly Swing[]
}

/** Looks at a calendar's work on each of some days. */
export function pendulumOf(
  entries: readonly Pick<Entry, 'purpose' | 'goal' | 'minutes' | 'day'>[],
  plan: Pick<Plan, 'mix' | 'relationship'>,
  days: readonly string[],
): Pendulum {
  const target = sellingIn(mixOf([], plan, { from: '', to: '' })).target
  const swings = days.map((day) => {
    const mix = mixOf(entries, plan, { from: addDays(day, 1 - swingDays), to: day })
    return { day, selling: sellingIn(mix).count, total: mix.total.count, isFew: mix.isFew }
  })
  return { target, most: Math.max(mostSelling / 100, target), swings }
}

/** Whether more sells than the band allows: so much more as makes a whole entry. */
export function isTooMuch({ selling, total }: Pick<Swing, 'selling' | 'total'>, most: number): boolean {
  return selling > Math.ceil(most * total)
}

function sellingIn({ purposes }: ReturnType<typeof mixOf>) {
  return purposes.find(({ purpose }) => purpose === 'sales') as (typeof purposes)[number]
}
