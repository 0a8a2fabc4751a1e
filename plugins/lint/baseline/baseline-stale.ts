import { goals } from '../../../src/calendar/vocabulary.ts'
import { placeFinder } from '../../../src/mdx/place-finder.ts'
import type { Finding } from '../finding.ts'
import type { Linter } from '../linter.ts'
import { rules } from '../rules.ts'
import { type Baseline, baselineFile } from './baseline.ts'

/** A finding for each entry of a baseline that nothing stands behind any more, at its line. @param source the file */
export function staleFindings(stale: Baseline, source: string, linter: Linter): Finding[] {
  const rule = rules.find(({ id }) => id === 'lint-baseline-stale')
  const goal = linter.site.plan?.goal ?? goals[0]
  const level = rule && linter.settings.of(rule, goal, baselineFile).level
  if (!rule || !level || level === 'off') return []
  const placeOf = placeFinder(baselineFile, source)
  let from = 0
  return stale.map(({ file, rule: id, fingerprint, count, quote }) => {
    const entry = `"file": ${JSON.stringify(file)}, "rule": ${JSON.stringify(id)}, "fingerprint": "`
    const key = `${entry}${fingerprint}"`
    const ahead = source.indexOf(key, from)
    const at = ahead === -1 ? source.indexOf(key) : ahead
    from = Math.max(0, at)
    const start = at === -1 ? Math.max(0, source.indexOf(fingerprint)) : at + entry.length
    const end = start + fingerprint.length
    const { line, column } = placeOf(start)
    const often = count === 1 ? '' : ` ${count} times`
    return {
      rule: rule.id,
      level,
      file: baselineFile,
      line,
      column,
      endLine: line,
      endColumn: column + fingerprint.length,
      start,
      end,
      quote,
      message: `\`${id}\` no longer says anything of \`${quote}\` in \`${file}\`${often}; run \`npm run lint -- --prune-baseline\`.`,
      note: rule.why,
      because: `no finding of \`${id}\` has the fingerprint ${fingerprint}`,
      url: linter.urlOf(rule.id),
      fixes: [],
      key: fingerprint,
      fingerprint,
      paragraph: [line, line],
    }
  })
}
