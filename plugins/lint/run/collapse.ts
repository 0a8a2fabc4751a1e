import type { Finding } from '../finding.ts'
import type { LintedFile } from './lint-content.ts'

/** A finding, and how many of its kind follow in the file. */
export interface ShownFinding extends Finding {
  readonly more: number
}

/** A file with what is shown of it. */
export interface ShownFile extends LintedFile {
  readonly findings: readonly ShownFinding[]
}

/** The first finding of each kind in a file: of one rule, level and key. */
export function collapse(findings: readonly Finding[]): ShownFinding[] {
  const kinds = new Map<string, ShownFinding>()
  for (const finding of findings) {
    const kind = [finding.rule, finding.level, finding.key].join('\n')
    const first = kinds.get(kind)
    kinds.set(kind, first ? { ...first, more: first.more + 1 } : { ...finding, more: 0 })
  }
  return [...kinds.values()]
}

/** Files as they are shown: each kind once, or every finding. */
export function shownFiles(files: readonly LintedFile[], isEvery: boolean): ShownFile[] {
  return files.map((file) => ({
    ...file,
    findings: isEvery ? file.findings.map((finding) => ({ ...finding, more: 0 })) : collapse(file.findings),
  }))
}
