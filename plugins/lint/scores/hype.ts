import type { Text } from '../text/text.ts'

/** How puffed-up the wording of a text is, and why. */
export interface Hype {
  /** 0 to 1. */
  readonly score: number
}

export function hypeOf(_text: Text): Hype {
  return { score: 0 }
}
