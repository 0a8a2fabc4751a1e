import { prune, withBaseline, writeBaseline } from '../baseline/with-baseline.ts'
import { mendFiles } from '../fix/mend-files.ts'
import type { Report } from '../reporters/report.ts'
import { lintPaths } from './lint-paths.ts'
import { type LintCommand, type Outcome, outcomeOf } from './outcome.ts'
import { WrongUse } from './wrong-use.ts'

/** Lints as a person asked for it. Throws `WrongUse`. */
export function runLint(command: LintCommand, look: Pick<Report, 'columns' | 'style'>): Outcome {
  refuseNonsense(command)
  const { root, paths } = command
  const mended = command.fix || command.dryRun ? mendFiles(command, command.dryRun ?? false) : undefined
  const run = mended?.run ?? lintPaths(command)
  const notes = [...(mended?.notes ?? [])]
  if (command.writeBaseline) notes.push(writeBaseline(run, root))
  if (command.pruneBaseline) notes.push(prune(run, root))
  const heard = command.baseline
    ? withBaseline(run, root, paths.length === 0)
    : { files: run.files, hidden: 0 }
  const outcome = outcomeOf(run, heard, command, look)
  if (command.dryRun) return { ...outcome, output: mended?.diff.trimEnd() ?? '', notes, isFailure: false }
  return { ...outcome, notes: [...notes, ...outcome.notes] }
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
