import { prune, withBaseline, writeBaseline } from '../baseline/with-baseline.ts'
import { mendFiles } from '../fix/mend-files.ts'
import type { Format } from '../reporters/formats.ts'
import type { Report } from '../reporters/report.ts'
import { reporters } from '../reporters/reporters.ts'
import { type LintRequest, lintPaths } from './lint-paths.ts'
import { type Choice, isFailure, makeReport } from './lint-report.ts'
import { WrongUse } from './wrong-use.ts'

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

/** Lints as a person asked for it. Throws `WrongUse`. */
export function runLint(command: LintCommand, look: Pick<Report, 'columns' | 'style'>): Outcome {
  refuseNonsense(command)
  const { root, paths, format, cwd } = command
  const mended = command.fix || command.dryRun ? mendFiles(command, command.dryRun ?? false) : undefined
  const run = mended?.run ?? lintPaths(command)
  const notes = [...(mended?.notes ?? [])]
  if (command.writeBaseline) notes.push(writeBaseline(run, root))
  if (command.pruneBaseline) notes.push(prune(run, root))
  const heard = command.baseline
    ? withBaseline(run, root, paths.length === 0)
    : { files: run.files, hidden: 0 }
  const choice = format === 'json' ? command : { ...command, from: cwd }
  const report = makeReport(run, heard, choice, look)
  if (command.dryRun) return { output: mended?.diff.trimEnd() ?? '', notes, isFailure: false, report }
  return {
    output: reporters[format](report),
    notes,
    isFailure: isFailure(report, command.maxWarnings),
    report,
  }
}

function refuseNonsense({
  paths,
  since,
  writeBaseline,
  pruneBaseline,
  fix,
  dryRun,
  baseline,
  watch,
  format,
}: LintCommand): void {
  const ofAll = writeBaseline ? '--write-baseline' : pruneBaseline ? '--prune-baseline' : undefined
  if (ofAll && (paths.length > 0 || since !== undefined))
    throw new WrongUse(
      `${ofAll} is about all content: leave out ${paths.length > 0 ? 'the paths' : '--since'}.`,
    )
  if (ofAll && !baseline) throw new WrongUse(`${ofAll} and --no-baseline exclude each other.`)
  if (writeBaseline && pruneBaseline)
    throw new WrongUse(
      '--write-baseline begins anew, so there is nothing to prune: leave --prune-baseline out.',
    )
  if (watch && (ofAll || fix || dryRun || format !== 'pretty'))
    throw new WrongUse(
      '--watch shows a person what is new after each save, and nothing else: leave the rest out.',
    )
  if ((fix || dryRun) && since !== undefined)
    throw new WrongUse('--fix mends whole files: leave out --since, or name the files.')
}
