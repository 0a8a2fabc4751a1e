import { createHash } from 'node:crypto'
import type { Fault } from '../../../src/calendar/fault.ts'
import type { Finding } from '../finding.ts'
import type { Linter } from '../linter.ts'

/** A fault of the content as a finding: nothing can be built while it is there. */
export function findingOf(
  { file, line, column, what, mend, paste }: Fault,
  source: string,
  linter: Linter,
  rule: 'content-fault' | 'mdx-syntax' = 'content-fault',
): Finding {
  const starts = source.split('\n', line)
  const before = starts.slice(0, line - 1).reduce((sum, each) => sum + each.length + 1, 0)
  const start = Math.min(before + column - 1, source.length)
  const why = linter.rules.find(({ id }) => id === rule)?.why || 'Nothing can be built while this is there.'
  const rest = /^[^\s]{0,40}/.exec(source.slice(start))?.[0] ?? ''
  return {
    rule,
    level: 'error',
    file,
    line,
    column,
    endLine: line,
    endColumn: column + rest.length,
    start,
    end: start + rest.length,
    quote: rest,
    message: `${what.charAt(0).toUpperCase()}${what.slice(1)}; ${mend.replace(/[.]$/, '')}${/[?!]$/.test(mend) ? '' : '.'}`,
    note: paste === undefined ? why : `${why} Write:\n${paste}`,
    because: 'content that cannot be built',
    url: linter.urlOf(rule),
    fixes: [],
    key: `${line}:${column}`,
    fingerprint: createHash('sha256').update([rule, what, rest].join('\n')).digest('hex').slice(0, 16),
    paragraph: [line, line],
  }
}

/** Whether something is wrong with a file itself, so that not all of it was linted. */
export function isFaulty(findings: readonly Finding[] = []): boolean {
  return findings.some(({ rule }) => rule === 'content-fault' || rule === 'mdx-syntax')
}
