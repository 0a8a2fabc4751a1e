import type { Outcome } from './ideas.ts'

/** What an outcome asks of the reader. */
export const outcomeWords: Record<Outcome, string> = {
  write: 'write',
  update: 'update',
  merge: 'merge',
  answer: 'answer',
  tell: 'tell the product',
}
