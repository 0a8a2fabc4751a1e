import type { Passage } from '../text/text.ts'

/** Whether a passage is read before the text: in search results, or as a main heading. */
export function isTitle({ kind, depth }: Passage): boolean {
  return kind === 'title' || kind === 'description' || (kind === 'heading' && depth <= 2)
}
