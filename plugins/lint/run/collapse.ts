import type { Finding } from '../finding.ts'
import type { LintedFile } from './lint-content.ts'

/** A finding, and how many of its rule follow in the file. */
export interface ShownFinding extends Finding {
  readonly more: number
  /** Quotes of those that follow, each once, without its own. */
  readonly others: readonly string[]
}

/** A file with what is shown of it. */
export interface ShownFile extends LintedFile {
  readonly findings: readonly ShownFinding[]
}

/** What is said first by each rule, by level, with what is said of the others. */
export function firstOfEach<S extends Pick<Finding, 'rule' | 'level' | 'quote'>>(
  said: readonly S[],
): { first: S; more: number; others: string[] }[] {
  const groups: { first: S; alike: S[] }[] = []
  for (const each of said) {
    const group = groups.find(({ first }) => first.rule === each.rule && first.level === each.level)
    if (group) group.alike.push(each)
    else groups.push({ first: each, alike: [each] })
  }
  return groups.map(({ first, alike }) => {
    if (alike.length === 1) return { first, more: 0, others: [] }
    const others = new Map<string, string>()
    for (const { quote } of alike) {
      const key = quote.toLowerCase()
      if (!others.has(key)) others.set(key, quote)
    }
    others.delete(first.quote.toLowerCase())
    return { first, more: alike.length - 1, others: [...others.values()] }
  })
}

/** The first finding of each rule in a file, by level. What is collapsed stays as it is. */
function collapse(findings: readonly Finding[]): ShownFinding[] {
  return firstOfEach(findings).map(({ first, more, others }) =>
    more === 0 && 'more' in first ? (first as ShownFinding) : { ...first, more, others },
  )
}

/** What is shown of a file: each rule once, or every finding. */
export function shownFindings(findings: readonly Finding[], isEvery: boolean): ShownFinding[] {
  return isEvery ? findings.map((finding) => ({ ...finding, more: 0, others: [] })) : collapse(findings)
}

/** Files as they are shown. */
export function shownFiles(files: readonly LintedFile[], isEvery: boolean): ShownFile[] {
  return files.map((file) => ({ ...file, findings: shownFindings(file.findings, isEvery) }))
}
