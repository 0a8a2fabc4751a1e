import { existsSync, readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { assembleLinter } from '../assemble-linter.ts'
import type { Report } from '../reporters/report.ts'
import { textRules } from '../text-rules.ts'
import { lintFiles } from './lint-files.ts'
import { type LintCommand, type Outcome, outcomeOf } from './outcome.ts'
import { textFilesIn } from './text-files.ts'

/** Whether a command is about files that belong to no content, and asks only what is wrong with them. */
export function isOnFiles({ root, paths, fix, dryRun, watch, writeBaseline, pruneBaseline }: LintCommand) {
  const isMore = fix || dryRun || watch || writeBaseline || pruneBaseline
  return !isMore && paths.length > 0 && !existsSync(join(root, 'content'))
}

/** Lints files by themselves, as `runLint` does, without loading the code that understands content, and the rules that look at it: it takes longer than a file. */
export function runOnFiles(command: LintCommand, look: Pick<Report, 'columns' | 'style'>): Outcome {
  // Each folder there is named as its rule.
  const ids = readdirSync(join(import.meta.dirname, '../rules'))
  const linter = assembleLinter({ rules: textRules, ids })
  const { every = false, since } = command
  const isBrief = !every && since === undefined
  const paths = command.paths.flatMap(textFilesIn)
  const { files, sources } = lintFiles(paths, linter, command, '', isBrief)
  const run = {
    files,
    linter,
    isContent: () => false,
    fullPathOf: (path: string) => resolve(path),
    sourceOf: (path: string) => sources.get(path),
  }
  return outcomeOf(run, { files, hidden: 0 }, command, look)
}
