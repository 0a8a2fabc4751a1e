import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver'
import { TextDocument } from 'vscode-languageserver-textdocument'
import type { Finding, Level } from '../lint/finding.ts'
import { collapse } from '../lint/run/collapse.ts'
import type { LintedDocument } from './desk.ts'

const severities: Readonly<Record<Level, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  suggestion: DiagnosticSeverity.Information,
}

/** Findings as an editor marks them: the first of each kind by its level, those after it as hints. */
export function diagnosticsOf({ source, findings }: LintedDocument): Diagnostic[] {
  const document = TextDocument.create('', '', 0, source)
  const firsts = new Set(collapse(findings).map(placeOf))
  return findings.map((finding) => ({
    range: { start: document.positionAt(finding.start), end: document.positionAt(finding.end) },
    severity: firsts.has(placeOf(finding)) ? severities[finding.level] : DiagnosticSeverity.Hint,
    code: finding.rule,
    codeDescription: { href: finding.url },
    source: 'coldread',
    message: finding.message,
  }))
}

function placeOf({ rule, start, end, message }: Finding): string {
  return [rule, start, end, message].join('\n')
}
