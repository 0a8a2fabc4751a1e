import type { ElementContent } from 'hast'
import { h } from 'hastscript'

/** A message, whose words between backticks are code. */
export function prose(message: string): ElementContent[] {
  return message
    .split(/(`[^`]+`)/)
    .filter((part) => part !== '')
    .map((part) =>
      part.startsWith('`') && part.endsWith('`') && part.length > 2
        ? h('code', part.slice(1, -1))
        : { type: 'text', value: part },
    )
}
