import { withBaseline } from '../lint/baseline/with-baseline.ts'
import { renderPretty } from '../lint/reporters/pretty.ts'
import { countLevels, type Report } from '../lint/reporters/report.ts'
import { openCache } from '../lint/run/cache.ts'
import { isFailure, makeReport } from '../lint/run/lint-report.ts'
import { lintOf } from './lint-run.ts'
import type { Run } from './run.ts'
import type { BuildWish } from './run-build.ts'

/** What the lint says of a build. */
export interface BuildVerdict {
  /** Findings of what goes live with this build. */
  readonly warnings: number
  /** Why nothing is built, for a person. */
  readonly refusal?: string
}

/**
 * Lints what a build would put before readers: posts that are live, and all that is no post. What is not live may have
 * errors.
 * @param wish how many warnings are let pass, and whether all is linted anew
 */
export function lintBuild(
  run: Run,
  { maxWarnings, isClean }: Pick<BuildWish, 'maxWarnings' | 'isClean'>,
  look: Pick<Report, 'columns' | 'style'>,
): BuildVerdict {
  const { root, opened } = run
  const linted = lintOf(run, isClean ? {} : { cache: openCache(root) })
  const { files, hidden } = withBaseline(linted, root, true)
  const unpublished = new Set(
    opened.calendar.posts.filter(({ state }) => state !== 'live').map(({ file }) => file),
  )
  const heard = { files: files.filter(({ path }) => !unpublished.has(path)), hidden }
  const report = makeReport(linted, heard, { root, quiet: true, from: process.cwd() }, look)
  const { warning } = countLevels(report.files)
  if (!isFailure(report, maxWarnings)) return { warnings: warning }
  return { warnings: warning, refusal: `${renderPretty(report)}\nNothing was written.` }
}
