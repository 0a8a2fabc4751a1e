import type { SaidFinding } from '../said.ts'

/** All that one rule says of one file. */
export interface RuleInFile {
  first: SaidFinding
  others: readonly SaidFinding[]
  /** The baseline knows all of it. */
  isKnown: boolean
}

const levels: readonly SaidFinding['level'][] = ['error', 'warning', 'suggestion']

/** What each rule says of a file, the worst first; of a rule, what the baseline does not know comes first. */
export function rulesInFile(findings: readonly SaidFinding[]): RuleInFile[] {
  return [...Map.groupBy(findings, ({ rule, level }) => `${rule} ${level}`).values()]
    .map((alike) => {
      const [first, ...others] = alike.toSorted((a, b) => Number(a.isKnown) - Number(b.isKnown))
      return { first: first as SaidFinding, others, isKnown: alike.every(({ isKnown }) => isKnown) }
    })
    .sort((a, b) => levels.indexOf(a.first.level) - levels.indexOf(b.first.level))
}
