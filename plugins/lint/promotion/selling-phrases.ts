import type { Match, Phrase } from '../find-phrases.ts'
import { type SellingKind, selling } from '../words/selling.ts'

/** A phrase that sells, or that explains. */
export interface SellingPhrase extends Phrase {
  readonly kind: SellingKind
}

export type SellingMatch = Match<SellingPhrase>

/** All phrases of the lists in `selling`. */
export const sellingPhrases: readonly SellingPhrase[] = Object.entries(selling).flatMap(([kind, phrases]) =>
  phrases.map((phrase) => ({ phrase, kind: kind as SellingKind })),
)
