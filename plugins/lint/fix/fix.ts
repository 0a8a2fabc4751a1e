import { byPlace, type Edit, type Finding } from '../finding.ts'
import { areApart, edited } from './fix-edits.ts'
import { keepsFields } from './fix-fields.ts'

/** A file after safe fixes. */
export interface Fixed {
  readonly text: string
  /** What was mended, in the order of the file. */
  readonly applied: readonly Finding[]
}

/**
 * Makes the safe fixes of a file's findings, as edits: nothing else in the file changes. Of fixes that meet, the first
 * is made; linting again offers the others. A fix in YAML is only made where its value afterwards reads as was meant.
 */
export function applyFixes(source: string, findings: readonly Finding[]): Fixed {
  const applied: Finding[] = []
  let made: readonly Edit[] = []
  for (const finding of findings.toSorted(byPlace)) {
    const edits = finding.fixes.find(({ isSafe }) => isSafe)?.edits ?? []
    const isChange = edits.some(({ start, end, text }) => source.slice(start, end) !== text)
    const both = [...made, ...edits]
    if (!isChange || !areApart(both, source) || !keepsFields(finding.file, source, both)) continue
    made = both
    applied.push(finding)
  }
  return { text: edited(source, made), applied }
}
