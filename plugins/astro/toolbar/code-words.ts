import type { ElementContent } from 'hast'
import { h } from 'hastscript'

/** A message as elements: what stands in backticks is code. */
export function codeWords(message: string): ElementContent[] {
  return message
    .split(/`([^`]+)`/)
    .map(
      (piece, index): ElementContent => (index % 2 === 1 ? h('code', piece) : { type: 'text', value: piece }),
    )
}
