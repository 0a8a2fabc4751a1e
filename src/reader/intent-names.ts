import type { Intent } from '../calendar/vocabulary.ts'

/** What readers call the kinds of answers. */
export const intentNames = {
  know: 'What and why',
  do: 'How to',
  compare: 'Which one',
  buy: 'What to buy',
  fix: 'What went wrong',
} satisfies Record<Intent, string>
