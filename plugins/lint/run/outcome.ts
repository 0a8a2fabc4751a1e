import type { Heard } from '../baseline/with-baseline.ts'
import type { Format } from '../reporters/formats.ts'
import { count, countLevels, type Report } from '../reporters/report.ts'
import { reporters } from '../reporters/reporters.ts'
import type { LintRequest } from './lint-paths.ts'
import { type Choice, isFailure, makeReport } from './lint-report.ts'
import type { LintRun } from './lint-site.ts'

/** Everything that a person may ask of the lint. */
export interface LintCommand extends LintRequest, Omit<Choice, 'from'> {
  readonly format: Format
  /** The folder that a person is in. */
  readonly cwd: string
  readonly maxWarnings?: number
  /** Leaves out what the baseline knows. */
  readonly baseline: boolean
  readonly writeBaseline?: boolean
  readonly pruneBaseline?: boolean
  readonly fix?: boolean
  readonly dryRun?: boolean
  readonly watch?: boolean
}

/** What there is to print. */
export interface Outcome {
  /** In the format that was asked for. */
  readonly output: string
  /** What was done besides, in sentences. */
  readonly notes: readonly string[]
  readonly isFailure: boolean
  readonly report: Report
}

/** A run as a person asked for it. */
export function outcomeOf(
  run: LintRun,
  heard: Heard,
  command: LintCommand,
  look: Pick<Report, 'columns' | 'style'>,
): Outcome {
  const { format, cwd, maxWarnings } = command
  const report = makeReport(run, heard, format === 'json' ? command : { ...command, from: cwd }, look)
  return {
    output: reporters[format](report),
    notes: tooMany(report, maxWarnings),
    isFailure: isFailure(report, maxWarnings),
    report,
  }
}

/** Why a run fails that has no error. */
function tooMany(report: Report, most: number | undefined): string[] {
  const { error, warning } = countLevels(report.files)
  if (most === undefined || warning <= most || error > 0) return []
  return [`${count(warning, 'warning')}; ${most} ${most === 1 ? 'is' : 'are'} let pass.`]
}
