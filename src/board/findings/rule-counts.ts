import { findingsOf, type Said, type SaidFinding } from '../said.ts'

/** How much a rule says, beside what the baseline knows. */
export interface RuleCount {
  rule: string
  summary: string
  why: string
  url: string
  /** The worst of its levels here. */
  level: SaidFinding['level']
  /** What it says now, and how much of that the baseline does not know. */
  now: number
  fresh: number
  /** What the baseline knows that is gone. */
  mended: number
}

const levels: readonly SaidFinding['level'][] = ['error', 'warning', 'suggestion']

/** Every rule that says something, or did when the baseline was written: the worst level first, then the most. */
export function ruleCounts(said: Said): RuleCount[] {
  const byRule = Map.groupBy(findingsOf(said), ({ rule }) => rule)
  const mended = new Map<string, number>()
  for (const { rule, count } of said.mended ?? []) mended.set(rule, (mended.get(rule) ?? 0) + count)
  const rules = new Set([...byRule.keys(), ...mended.keys()])
  return [...rules]
    .map((rule): RuleCount => {
      const own = byRule.get(rule) ?? []
      return {
        rule,
        ...(said.rules.get(rule) ?? { summary: '', why: '', url: '' }),
        level: levels.find((level) => own.some((each) => each.level === level)) ?? 'suggestion',
        now: own.length,
        fresh: own.filter(({ isKnown }) => !isKnown).length,
        mended: mended.get(rule) ?? 0,
      }
    })
    .sort(
      (a, b) =>
        levels.indexOf(a.level) - levels.indexOf(b.level) || b.now - a.now || (a.rule < b.rule ? -1 : 1),
    )
}

/** What was said when the baseline was written, and what is said now; undefined where there is no baseline. */
export function trendOf(
  said: Said,
): { before: number; now: number; mended: number; fresh: number } | undefined {
  if (!said.mended) return undefined
  const all = findingsOf(said).filter(({ rule }) => rule !== 'lint-baseline-stale')
  const fresh = all.filter(({ isKnown }) => !isKnown).length
  const mended = said.mended.reduce((sum, { count }) => sum + count, 0)
  return { before: all.length - fresh + mended, now: all.length, mended, fresh }
}
