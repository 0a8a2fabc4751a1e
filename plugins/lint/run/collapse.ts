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

/** The first finding of each rule in a file, by level. What is collapsed stays as it is. */
function collapse(findings: readonly Finding[]): ShownFinding[] {
  const ofRules = Map.groupBy(findings, ({ rule, level }) => `${rule}\n${level}`)
  return [...ofRules.values()].map((alike): ShownFinding => {
    const first = alike[0] as Finding
    if (alike.length === 1 && 'more' in first) return first as ShownFinding
    const seen = new Set([first.quote.toLowerCase()])
    const others: string[] = []
    for (const { quote } of alike) {
      if (seen.has(quote.toLowerCase())) continue
      seen.add(quote.toLowerCase())
      others.push(quote)
    }
    return { ...first, more: alike.length - 1, others }
  })
}

/** What is shown of a file: each rule once, or every finding. */
export function shownFindings(findings: readonly Finding[], isEvery: boolean): ShownFinding[] {
  return isEvery ? findings.map((finding) => ({ ...finding, more: 0, others: [] })) : collapse(findings)
}

/** Files as they are shown. */
export function shownFiles(files: readonly LintedFile[], isEvery: boolean): ShownFile[] {
  return files.map((file) => ({ ...file, findings: shownFindings(file.findings, isEvery) }))
}
