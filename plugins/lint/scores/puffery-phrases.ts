import type { Match, Phrase } from '../find-phrases.ts'
import { type PufferyKind, puffery } from '../words/puffery.ts'

/** A word that praises, or that reports. */
export interface PufferyPhrase extends Phrase {
  readonly kind: PufferyKind
}

export type PufferyMatch = Match<PufferyPhrase>

/** All phrases of the lists in `puffery`. */
export const pufferyPhrases: readonly PufferyPhrase[] = Object.entries(puffery).flatMap(([kind, phrases]) =>
  phrases.map((phrase) => ({ phrase, kind: kind as PufferyKind })),
)
