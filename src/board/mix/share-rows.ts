import { goalTargets } from '../../calendar/asked.ts'
import { type Entry, type Mix, mixOf } from '../../calendar/mix.ts'
import type { DayRange, Plan } from '../../calendar/plan.ts'
import type { BarRow } from '../charts/bar-panel.ts'
import { hourWords, percentWords } from '../charts/number-words.ts'
import { goalWords } from '../words.ts'

/** A row of a chart, and what is asked for, of 1. */
interface ShareRow extends BarRow {
  target: number
}

/** How the work of some days is shared out, as rows of a chart. */
export interface SharedOut {
  mix: Mix
  purposes: readonly ShareRow[]
  goals: readonly ShareRow[]
}

/** Shares beside what is asked for; where there are few entries, they are counted and nothing is asked. */
export function sharedOut(
  entries: readonly Entry[],
  plan: Pick<Plan, 'mix' | 'relationship' | 'goal'>,
  window: DayRange,
): SharedOut {
  const mix = mixOf(entries, plan, window)
  const asked = goalTargets(plan)
  return {
    mix,
    purposes: mix.purposes.map(({ purpose, target, ...amount }) => rowOf(purpose, amount, target, mix.isFew)),
    goals: mix.goals.map(({ goal, ...amount }) => ({
      ...rowOf(goalWords[goal], amount, asked[goal], mix.isFew),
      className: goal,
    })),
  }
}

function rowOf(
  label: string,
  { count, minutes, share, shareOfMinutes }: Omit<Mix['goals'][number], 'goal'>,
  target: number,
  isFew: boolean,
): ShareRow {
  if (isFew)
    return { label, target, words: `${count} · ${hourWords(minutes)}`, thick: { value: count }, isFew: true }
  return {
    label,
    target,
    words: `${percentWords(share)} (${count}) · ${percentWords(shareOfMinutes)} (${hourWords(minutes)})`,
    thick: { value: share, asked: target },
    thin: { value: shareOfMinutes, asked: target },
  }
}
