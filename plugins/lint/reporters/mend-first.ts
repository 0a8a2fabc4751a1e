import type { Level } from '../finding.ts'
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

/** What a finding weighs: a warning as much as four suggestions, and any error more than all else. */
const weights: Readonly<Record<Level, number>> = { error: 1e6, warning: 4, suggestion: 1 }

/** The three rules whose findings matter most, with the first and worst of each. */
export function mendFirst(files: readonly ShownFile[]): ToMend[] {
  const byRule = new Map<string, ToMend & { weight: number }>()
  for (const { path, findings } of files) {
    const seen = new Set<string>()
    for (const finding of findings) {
      const { rule, level, more } = finding
      const known = byRule.get(rule)
      const isWorse = !known || weights[level] > weights[known.first.level]
      byRule.set(rule, {
        rule,
        findings: (known?.findings ?? 0) + 1 + more,
        files: (known?.files ?? 0) + (seen.has(rule) ? 0 : 1),
        weight: (known?.weight ?? 0) + weights[level] * (1 + more),
        first: isWorse ? finding : known.first,
        path: isWorse ? path : known.path,
      })
      seen.add(rule)
    }
  }
  return [...byRule.values()].sort((a, b) => b.weight - a.weight || (a.rule < b.rule ? -1 : 1)).slice(0, 3)
}
