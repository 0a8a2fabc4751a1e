import { resolve } from 'node:path'
import type { Fault } from '../../../src/calendar/fault.ts'
import { readText } from '../../../src/disk.ts'
import { byPlace } from '../finding.ts'
import { lintBriefly, lintText, type Scores } from '../lint-text.ts'
import type { Linter } from '../linter.ts'
import { readFile } from '../text/make-text.ts'
import { shownFindings } from './collapse.ts'
import { findingOf } from './fault-finding.ts'
import type { LintedFile } from './lint-content.ts'
import type { LintAids } from './lint-site.ts'

const noScores: Scores = { promotion: 0, hype: 0 }

/** Files by themselves, linted. */
export interface LintedFiles {
  readonly files: readonly LintedFile[]
  /** Texts of those that could be read, by path. */
  readonly sources: ReadonlyMap<string, string>
}

/**
 * Lints files by the rules that look at text alone, each once.
 * @param isBrief leaves of each rule what is shown of it: of thousands of files, all findings take long to make
 * @param texts texts by path, instead of what stands in the files
 * @param site names what findings depend on besides the text and its path
 */
export function lintFiles(
  paths: readonly string[],
  linter: Linter,
  { texts, cache, onProgress }: LintAids & { readonly texts?: ReadonlyMap<string, string> },
  site = '',
  isBrief = false,
): LintedFiles {
  const byFullPath = new Map(paths.map((path) => [resolve(path), path]))
  const sources = new Map<string, string>()
  const files = [...byFullPath].map(([full, path], index): LintedFile => {
    onProgress?.(index + 1, byFullPath.size)
    const source = texts?.get(path) ?? readText(path, path)
    if (typeof source !== 'string') return faultyFile(path, source, linter)
    sources.set(path, source)
    const anew = () => lintFile(path, source, linter, isBrief)
    return cache ? cache.recall(full, [site, String(isBrief), path, source], anew) : anew()
  })
  cache?.save()
  return { files, sources }
}

/** Lints a file by itself, whatever its front matter says. */
function lintFile(path: string, source: string, linter: Linter, isBrief: boolean): LintedFile {
  const { text, faults } = readFile(path, source, linter.lexicon)
  const { scores, findings } = isBrief ? lintBriefly(text, linter) : lintText(text, linter)
  const syntax = faults.map((fault) => findingOf(fault, source, linter, 'mdx-syntax'))
  const all = isBrief ? [...shownFindings(syntax, false), ...findings] : [...syntax, ...findings]
  return { path, scores, findings: all.sort(byPlace) }
}

/** A file that is no text, as a file with one finding. */
function faultyFile(path: string, fault: Fault, linter: Linter): LintedFile {
  const finding = { ...findingOf(fault, '', linter, 'mdx-syntax'), note: 'Nothing of this file was linted.' }
  return { path, scores: noScores, findings: [finding] }
}
