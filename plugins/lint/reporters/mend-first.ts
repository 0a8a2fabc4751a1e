import { levels } from '../finding.ts'
import type { ShownFile, ShownFinding } from '../run/collapse.ts'

/** What mending one rule's findings comes to. */
export interface ToMend {
  readonly rule: string
  readonly findings: number
  readonly files: number
  /** Where to begin. */
  readonly first: ShownFinding
  readonly path: string
}

/** Rules that judge a text as a whole: what they say is not mended word by word. */
export const verdicts: ReadonlySet<string> = new Set([
  'cal-blog-insider',
  'jargon-density',
  'promo-brand-density',
  'promo-links',
  'promo-page',
  'promo-we-density',
])

/**
 * The three rules to begin with, each with the first of its worst findings: errors before warnings before suggestions,
 * then what judges a whole text, then what is said most often. None where there are only suggestions.
 */
export function mendFirst(files: readonly ShownFile[]): ToMend[] {
  const byRule = new Map<string, ToMend>()
  for (const { path, findings } of files) {
    const seen = new Set<string>()
    for (const finding of findings) {
      const { rule, level, more } = finding
      const known = byRule.get(rule)
      const isWorse = !known || levels.indexOf(level) < levels.indexOf(known.first.level)
      byRule.set(rule, {
        rule,
        findings: (known?.findings ?? 0) + 1 + more,
        files: (known?.files ?? 0) + (seen.has(rule) ? 0 : 1),
        first: isWorse ? finding : known.first,
        path: isWorse ? path : known.path,
      })
      seen.add(rule)
    }
  }
  const sorted = [...byRule.values()].sort(
    (a, b) =>
      levels.indexOf(a.first.level) - levels.indexOf(b.first.level) ||
      Number(verdicts.has(b.rule)) - Number(verdicts.has(a.rule)) ||
      b.findings - a.findings ||
      (a.rule < b.rule ? -1 : 1),
  )
  return sorted[0]?.first.level === 'suggestion' ? [] : sorted.slice(0, 3)
}
