import type { State } from '../calendar/post.ts'
import type { Goal, Purpose } from '../calendar/vocabulary.ts'

/** States of posts as people say them. */
export const stateWords = {
  idea: 'idea',
  draft: 'draft',
  review: 'in review',
  ready: 'ready, no date',
  unapproved: 'waits for approval',
  scheduled: 'scheduled',
  live: 'live',
  retired: 'retired',
} as const satisfies Record<State, string>

/** Goals as people say them. */
export const goalWords = {
  acquire: 'for strangers',
  retain: 'for customers',
} as const satisfies Record<Goal, string>

/** What each purpose is about. */
export const purposeWords = {
  awareness: 'be known',
  community: 'belong together',
  service: 'help',
  listening: 'hear',
  sales: 'sell',
} as const satisfies Record<Purpose, string>

/** `1 post`, `2 posts`. */
export function count(number: number, what: string, many = `${what}s`): string {
  return `${number} ${number === 1 ? what : many}`
}

/** `December 2026` of `2026-12`. */
export function monthWords(month: string): string {
  return Temporal.PlainDate.from(`${month}-01`).toLocaleString('en', { month: 'long', year: 'numeric' })
}
