import type { Prepared } from './converted.ts'
/** TODO */
export function plainShortcodes(text: string): Prepared {
  return { text, changed: [], dropped: [] }
}
