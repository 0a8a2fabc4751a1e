import type { Cadence } from '../../calendar/cadence.ts'
import { shortDay } from '../../snippets/agenda/day-words.ts'
import { count } from '../words.ts'
import type { Stream } from './streams.ts'

type SlotState = Cadence['slots'][number]['state']

/** How many slots are in some states. */
function slotsIn({ slots }: Cadence, ...states: SlotState[]): number {
  return slots.filter(({ state }) => states.includes(state)).length
}

/** `11 of 13`: slots that are over and were kept. */
export function keptWords({ hasRhythm, cadence }: Stream): string {
  if (!hasRhythm) return 'no times in the plan'
  const over = slotsIn(cadence, 'kept', 'missed')
  return over === 0 ? 'none is over' : `${slotsIn(cadence, 'kept')} of ${over}`
}

/** `3 of 4`: slots ahead that something is scheduled for. */
export function filledWords({ hasRhythm, cadence }: Stream): string {
  if (!hasRhythm) return '–'
  const ahead = slotsIn(cadence, 'filled', 'empty')
  return ahead === 0 ? 'none' : `${slotsIn(cadence, 'filled')} of ${ahead}`
}

/** `14 days, 6 Oct to 20 Oct` */
export function silenceWords({ cadence: { longestSilence } }: Stream): string {
  if (!longestSilence) return 'none between two'
  const { days, from, to } = longestSilence
  return `${count(days, 'day')}, ${shortDay(from).slice(4)} to ${shortDay(to).slice(4)}`
}

/** `5 days ago` */
export function lastWords({ cadence: { sinceLast } }: Stream): string {
  if (sinceLast === undefined) return 'never'
  return sinceLast === 0 ? 'today' : `${count(sinceLast, 'day')} ago`
}

/** `5 in a week, 3 Nov to 9 Nov` */
export function burstWords({ hasRhythm, cadence: { bursts } }: Stream): string {
  if (!hasRhythm) return '–'
  if (bursts.length === 0) return 'none'
  return bursts
    .map(({ from, to, count: number }) =>
      from === to
        ? `${number} on ${shortDay(from).slice(4)}`
        : `${number}, ${shortDay(from).slice(4)} to ${shortDay(to).slice(4)}`,
    )
    .join('; ')
}

/** `9 of 10` */
export function promiseWords({ isUnknown, cadence: { promises } }: Stream): string {
  if (isUnknown) return 'not known'
  return promises.due === 0 ? 'none was due' : `${promises.kept} of ${promises.due}`
}
