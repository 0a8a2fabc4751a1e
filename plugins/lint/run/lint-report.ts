import { relative } from 'node:path'
import type { Heard } from '../baseline/with-baseline.ts'
import { countLevels, type Report } from '../reporters/report.ts'
import { shownFiles } from './collapse.ts'
import type { LintedFile } from './lint-content.ts'
import type { LintRun } from './lint-site.ts'
import { keepTouched } from './since.ts'

/** What is shown of a run. */
export interface Choice {
  /** Absolute path of the folder that holds `content/`. */
  readonly root: string
  readonly every?: boolean
  /** No suggestions. */
  readonly quiet?: boolean
  /** A commit: only what was touched since. */
  readonly since?: string
  /** The folder that paths of the content are given from, where not from the root. */
  readonly from?: string
}

/** What is left of a run's findings by choice, and how it is shown. */
export function makeReport(
  run: LintRun,
  { files: said, hidden }: Heard,
  { root, every = false, quiet = false, since, from }: Choice,
  look: Pick<Report, 'columns' | 'style'>,
): Report {
  const { fullPathOf } = run
  const touched = since === undefined ? said : keepTouched(said, since, root, fullPathOf)
  const heard = quiet ? touched.map(withoutSuggestions) : touched
  const names = new Map<string, string>()
  const files = shownFiles(heard, every).map((file) => {
    const path =
      from !== undefined && run.isContent(file.path) ? relative(from, fullPathOf(file.path)) : file.path
    names.set(path, file.path)
    return { ...file, path }
  })
  const sourceOf = (path: string) => run.sourceOf(names.get(path) ?? path)
  const { rules, urlOf } = run.linter
  return { files, rules, hidden, sourceOf, urlOf, ...look }
}

function withoutSuggestions(file: LintedFile): LintedFile {
  return { ...file, findings: file.findings.filter(({ level }) => level !== 'suggestion') }
}

/** Whether a run ends as a failure: with an error, or with more warnings than are allowed. */
export function isFailure({ files }: Report, maxWarnings = Number.POSITIVE_INFINITY): boolean {
  const { error, warning } = countLevels(files)
  return error > 0 || warning > maxWarnings
}
