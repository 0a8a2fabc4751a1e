import type { AgendaState } from '../snippets/agenda/agenda-states.ts'

/** What the board makes of a state. */
interface ItemState {
  /** As people say it. */
  words: string
  look: 'ahead' | 'over' | 'out' | 'fault'
  /** As gone out, or going out. */
  isCounted: boolean
}

/**
 * States of what goes out, the same on every page. Where nothing says whether it went out it counts, since nothing is
 * held against it; what is held back or missed does not.
 */
export const itemStates = {
  new: { words: 'not handed over yet', look: 'ahead', isCounted: true },
  waits: { words: 'waits for its page', look: 'ahead', isCounted: true },
  open: { words: 'exported, not confirmed', look: 'ahead', isCounted: true },
  'in tool': { words: 'in the tool', look: 'ahead', isCounted: true },
  changed: { words: 'changed since it was handed over', look: 'fault', isCounted: true },
  problem: { words: 'stays behind', look: 'fault', isCounted: false },
  'to do': { words: 'by hand', look: 'ahead', isCounted: true },
  out: { words: 'went out', look: 'out', isCounted: true },
  over: { words: 'time has passed', look: 'over', isCounted: true },
  missed: { words: 'missed', look: 'fault', isCounted: false },
} as const satisfies Record<AgendaState, ItemState>
