import type { Site } from '../rule.ts'
import type { Text } from '../text/text.ts'

/** How much a text sells its writer, and why. */
export interface Promotion {
  /** 0 to 1. */
  readonly score: number
}

export function promotionOf(_text: Text, _site: Site): Promotion {
  return { score: 0 }
}
