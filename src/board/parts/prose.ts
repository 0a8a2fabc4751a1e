import type { ElementContent } from 'hast'
import { h } from 'hastscript'

const longest = 1000

/** A message, whose words between backticks are code. Of one that names half the site, the beginning is enough. */
export function prose(message: string): ElementContent[] {
  const shown = message.length > longest ? `${message.slice(0, longest)}…` : message
  return shown
    .split(/(`[^`]+`)/)
    .filter((part) => part !== '')
    .map((part) =>
      part.startsWith('`') && part.endsWith('`') && part.length > 2
        ? h('code', part.slice(1, -1))
        : { type: 'text', value: part },
    )
}
