import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isPost } from '../../../src/calendar/sources.ts'
import { writeWhole } from '../../../src/write-whole.ts'
import { rules } from '../rules.ts'
import { findingOf, isFaulty } from '../run/fault-finding.ts'
import type { LintedFile } from '../run/lint-content.ts'
import type { LintRun } from '../run/lint-site.ts'
import { WrongUse } from '../run/wrong-use.ts'
import { applyBaseline, type Baseline, baselineFile, makeBaseline, pruneBaseline } from './baseline.ts'
import { staleFindings } from './baseline-stale.ts'
import { readBaseline, renderBaseline } from './baseline-text.ts'

/** What is said beside what the site lives with. */
export interface Heard {
  readonly files: readonly LintedFile[]
  /** How many findings the baseline hides. */
  readonly hidden: number
}

/**
 * Leaves out what a root's baseline knows, and says what it knows for nothing.
 * @param isWhole all content was linted, so that what is not found is gone
 */
export function withBaseline(run: LintRun, root: string, isWhole: boolean): Heard {
  const text = textOf(root)
  if (text === undefined) return { files: run.files, hidden: 0 }
  const read = readBaseline(text)
  if ('faults' in read)
    return add(
      run.files,
      0,
      read.faults.map((fault) => findingOf(fault, text, run.linter)),
    )
  const { files, hidden, stale } = applyBaseline(run.files, read.baseline)
  return add(files, hidden, staleFindings(goneOf(stale, run.files, isWhole), text, run.linter))
}

const ofCalendar = new Set(rules.filter(({ sees }) => sees === 'calendar').map(({ id }) => id))

/**
 * What is gone for certain. Nothing is known of a post that cannot be read, nor of what the calendar says meanwhile;
 * of nothing at all while a file is at fault that others depend on.
 */
function goneOf(stale: Baseline, files: readonly LintedFile[], isWhole: boolean): Baseline {
  const faulty = new Set(files.filter(({ findings }) => isFaulty(findings)).map(({ path }) => path))
  if (![...faulty].every(isPost)) return []
  const linted = new Set(files.map(({ path }) => path))
  return stale.filter(
    ({ file, rule }) =>
      !faulty.has(file) &&
      (isWhole || linted.has(file)) &&
      (!ofCalendar.has(rule) || (isWhole && faulty.size === 0)),
  )
}

function add(files: readonly LintedFile[], hidden: number, findings: LintedFile['findings']): Heard {
  if (findings.length === 0) return { files, hidden }
  return { files: [...files, { path: baselineFile, scores: { promotion: 0, hype: 0 }, findings }], hidden }
}

/** Writes a baseline that knows all that is said now. @returns what was done, in a sentence */
export function writeBaseline(run: LintRun, root: string): string {
  const baseline = makeBaseline(run.files)
  writeWhole(join(root, baselineFile), renderBaseline(baseline))
  return `${baselineFile} knows ${countOf(baseline)}. Commit it: they are not said again until their paragraph changes.`
}

/** Takes out of the baseline what nothing stands behind any more. @returns what was done, in a sentence */
export function prune(run: LintRun, root: string): string {
  const text = textOf(root)
  if (text === undefined) return `There is no ${baselineFile} to prune.`
  const read = readBaseline(text)
  if ('faults' in read) throw new WrongUse(`${baselineFile} cannot be read: ${read.faults[0]?.what}.`)
  const stale = goneOf(applyBaseline(run.files, read.baseline).stale, run.files, true)
  if (stale.length === 0) return `${baselineFile} knows nothing for nothing: it stays as it is.`
  const left = pruneBaseline(read.baseline, stale)
  writeWhole(join(root, baselineFile), renderBaseline(left))
  return `${baselineFile} forgot ${countOf(stale)} and knows ${countOf(left)}.`
}

function textOf(root: string): string | undefined {
  const path = join(root, baselineFile)
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined
}

function countOf(baseline: readonly { count: number }[]): string {
  const number = baseline.reduce((sum, { count }) => sum + count, 0)
  return `${number} finding${number === 1 ? '' : 's'}`
}
