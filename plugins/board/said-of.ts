import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Said, SaidFinding } from '../../src/board/said.ts'
import { applyBaseline, baselineFile } from '../lint/baseline/baseline.ts'
import { readBaseline } from '../lint/baseline/baseline-text.ts'
import type { Finding } from '../lint/finding.ts'
import { findingOf } from '../lint/run/fault-finding.ts'
import type { LintRun } from '../lint/run/lint-site.ts'

/** What the lint says of a site, beside what its baseline knows. A baseline that cannot be read is a finding. */
export function saidOf({ files, linter }: LintRun, root: string): Said {
  const path = join(root, baselineFile)
  const text = existsSync(path) ? readFileSync(path, 'utf8') : undefined
  const read = text === undefined ? undefined : readBaseline(text)
  const faults = read && 'faults' in read ? read.faults : []
  const ofBaseline = faults.map((fault) => findingOf(fault, text ?? '', linter))
  const compared = read && 'baseline' in read ? applyBaseline(files, read.baseline) : undefined
  const news = new Set((compared?.files ?? files).flatMap(({ findings }) => findings))
  const rules = linter.rules.map(
    ({ id, summary, why }) => [id, { summary, why, url: linter.urlOf(id) }] as const,
  )
  const whyOf = new Map(linter.rules.map(({ id, why }) => [id, why]))
  return {
    files: [
      ...files.map(({ path, findings }) => ({
        file: path,
        findings: findings.map((each) => shown(each, !news.has(each), whyOf)),
      })),
      ...(ofBaseline.length > 0
        ? [{ file: baselineFile, findings: ofBaseline.map((each) => shown(each, false, whyOf)) }]
        : []),
    ],
    rules: new Map(rules),
    ...(compared && {
      mended: compared.stale.map(({ rule, file, count }) => ({ rule, file, count })),
    }),
  }
}

function shown(
  { rule, level, file, line, column, quote, message, note }: Finding,
  isKnown: boolean,
  whyOf: ReadonlyMap<string, string>,
): SaidFinding {
  return {
    ...{ rule, level, file, line, column, quote, message, isKnown },
    ...(note !== whyOf.get(rule) && { note }),
  }
}
