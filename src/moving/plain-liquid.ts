import type { Prepared } from './converted.ts'
/** TODO */
export function plainLiquid(text: string, _site: { base: string; address: string }): Prepared {
  return { text, changed: [], dropped: [] }
}
