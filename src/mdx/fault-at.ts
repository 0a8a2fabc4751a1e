import type { Fault } from '../calendar/fault.ts'
import { placeAt } from '../calendar/place-at.ts'

/** What is wrong with something, and how to mend it; worded as in a fault. */
export type Problem = Pick<Fault, 'what' | 'mend' | 'paste'>

/** Something wrong at an offset (UTF-16 units) of a source. */
export interface ProblemAt extends Problem {
  offset: number
}

/** A problem with its place. */
export function faultAt(file: string, text: string, { offset, ...problem }: ProblemAt): Fault {
  return { ...placeAt(file, text, Math.min(Math.max(offset, 0), text.length)), ...problem }
}
