import type { Phrase } from '../find-phrases.ts'
import { sellingPhrases } from '../promotion/selling-phrases.ts'
import { pufferyPhrases } from './puffery-phrases.ts'

/** The phrases that scores look for, with the name that each list is found under. */
export const scorePhrases: readonly (readonly [string, readonly Phrase[]])[] = [
  ['selling', sellingPhrases],
  ['puffery', pufferyPhrases],
]
