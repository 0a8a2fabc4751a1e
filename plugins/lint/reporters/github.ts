import type { Level } from '../finding.ts'
import { type Report, saidOf } from './report.ts'

const commands: Readonly<Record<Level, string>> = { error: 'error', warning: 'warning', suggestion: 'notice' }

/** Workflow commands of GitHub Actions, which show each finding at its line in a pull request. Nothing when all is well. */
export function renderGithub({ files }: Report): string {
  return files
    .flatMap(({ path, findings }) =>
      findings.map((finding) => {
        const { level, rule, line, endLine, column, endColumn, note, url } = finding
        const place = { file: path, line, endLine, ...(endLine === line && { col: column, endColumn }) }
        const properties = Object.entries({ ...place, title: rule })
          .map(([name, value]) => `${name}=${escapeProperty(String(value))}`)
          .join(',')
        return `::${commands[level]} ${properties}::${escapeData([saidOf(finding), note, ...(/^https?:/.test(url) ? [url] : [])].join('\n'))}`
      }),
    )
    .join('\n')
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}
