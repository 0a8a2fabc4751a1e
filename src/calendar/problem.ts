/** Why a text could not be read, without a place: what is wrong, and how to mend it. */
export interface Problem {
  problem: string
  mend: string
}

/** A value, or why there is none. */
export type Read<T> = T | Problem

/** Tells a problem from a value. */
export function isProblem(read: unknown): read is Problem {
  return typeof read === 'object' && read !== null && 'problem' in read
}
