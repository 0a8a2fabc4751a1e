import { type LintRequest, lintPaths } from '../run/lint-paths.ts'
import type { LintRun } from '../run/lint-site.ts'
import { fixAll } from './fix-all.ts'
import { renderDiff } from './fix-diff.ts'
import { rewriteFile } from './rewrite-file.ts'

/** What safe fixes did, or would do. */
export interface Mended {
  /** What is said afterwards. */
  readonly run: LintRun
  /** What changes, as one diff. */
  readonly diff: string
  /** What was done, and what was not, in sentences. */
  readonly notes: readonly string[]
}

/** Mends what can be mended safely in the files that are linted. A dry run writes nothing. */
export function mendFiles(request: LintRequest, isDryRun: boolean): Mended {
  const first = lintPaths(request)
  const sources = new Map(
    first.files.flatMap(({ path }) => {
      const source = first.sourceOf(path)
      return source === undefined ? [] : [[path, source] as const]
    }),
  )
  const { texts, applied } = fixAll(sources, (texts) => lintPaths({ ...request, texts }).files)
  const before = (path: string) => sources.get(path) as string
  const refusals = isDryRun
    ? []
    : [...texts].flatMap(([path, text]) => rewriteFile(first.fullPathOf(path), before(path), text) ?? [])
  const number = applied.length
  const what = `${number} finding${number === 1 ? '' : 's'} in ${texts.size} file${texts.size === 1 ? '' : 's'}`
  const done = isDryRun ? `Would mend ${what}.` : `Mended ${what}.`
  return {
    run: isDryRun ? first : lintPaths(request),
    diff: [...texts].map(([path, text]) => renderDiff(path, before(path), text)).join(''),
    notes: [number === 0 ? 'Nothing that could be mended safely.' : done, ...refusals],
  }
}
