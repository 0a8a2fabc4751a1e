import type { Finding } from '../finding.ts'
import type { LintedFile } from '../run/lint-content.ts'
import { applyFixes } from './fix.ts'

/** Files after safe fixes, and what is said of them then. */
export interface AllFixed {
  /** Those that change, by path. */
  readonly texts: ReadonlyMap<string, string>
  readonly applied: readonly Finding[]
  readonly files: readonly LintedFile[]
}

/** A fix may lead to another; fixes that lead in circles end here. */
const mostRounds = 10

/**
 * Makes safe fixes until there are no more. A round that brings a file an error that was not there is taken back.
 * @param lint what is said of files, given their texts by path; asked again after each round
 */
export function fixAll(
  sources: ReadonlyMap<string, string>,
  lint: (texts: ReadonlyMap<string, string>) => readonly LintedFile[],
): AllFixed {
  const applied: Finding[] = []
  const given = new Set<string>()
  let texts = sources
  let files = lint(texts)
  for (let round = 0; round < mostRounds; round++) {
    const fixed = files.flatMap(({ path, findings }) => {
      const source = texts.get(path)
      if (source === undefined || given.has(path)) return []
      const { text, applied } = applyFixes(source, findings)
      return applied.length === 0 ? [] : [{ path, text, applied }]
    })
    if (fixed.length === 0) break
    let next = new Map([...texts, ...fixed.map(({ path, text }) => [path, text] as const)])
    let said = lint(next)
    const worse = fixed.filter(({ path }) => errorsIn(said, path) > errorsIn(files, path))
    if (worse.length > 0) {
      for (const { path } of worse) given.add(path)
      next = new Map([...next, ...worse.map(({ path }) => [path, texts.get(path) as string] as const)])
      said = lint(next)
    }
    applied.push(...fixed.filter(({ path }) => !given.has(path)).flatMap((file) => file.applied))
    texts = next
    files = said
  }
  return {
    texts: new Map([...texts].filter(([path, text]) => sources.get(path) !== text)),
    applied,
    files,
  }
}

function errorsIn(files: readonly LintedFile[], path: string): number {
  const file = files.find((each) => each.path === path)
  return file?.findings.filter(({ level }) => level === 'error').length ?? 0
}
