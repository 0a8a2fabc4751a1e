import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver'
import { TextDocument } from 'vscode-languageserver-textdocument'
import type { Level } from '../lint/finding.ts'
import type { LintedDocument } from './desk.ts'

const severities: Readonly<Record<Level, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  suggestion: DiagnosticSeverity.Information,
}

/** Findings as an editor marks them: the first of each kind by its level, those after it as hints. */
export function diagnosticsOf({ source, findings }: LintedDocument): Diagnostic[] {
  const document = TextDocument.create('', '', 0, source)
  const kinds = new Set<string>()
  return findings.map((finding) => {
    const kind = [finding.rule, finding.level, finding.key].join('\n')
    const isFirst = !kinds.has(kind)
    kinds.add(kind)
    return {
      range: { start: document.positionAt(finding.start), end: document.positionAt(finding.end) },
      severity: isFirst ? severities[finding.level] : DiagnosticSeverity.Hint,
      code: finding.rule,
      codeDescription: { href: finding.url },
      source: 'coldread',
      message: finding.message,
    }
  })
}
