import type { Fault } from '../calendar/fault.ts'

/** What is wrong with something, and how to mend it; worded as in a fault. */
export type Problem = Pick<Fault, 'what' | 'mend' | 'paste'>

/** Something wrong at an offset (UTF-16 units) of a source. */
export interface ProblemAt extends Problem {
  offset: number
}
