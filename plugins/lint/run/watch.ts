import { join } from 'node:path'
import { watchPlace } from '../../../src/watch-place.ts'
import { renderPretty } from '../reporters/pretty.ts'
import { countLevels, type Report, renderCounts } from '../reporters/report.ts'
import type { LintCommand } from './outcome.ts'
import { runLint } from './run-lint.ts'
import { WrongUse } from './wrong-use.ts'

/** How long a save may take, in milliseconds, until files are read. */
const settled = 80

/**
 * Lints, and again after each save; then it says only what is new in which files, and how much is left in all.
 * @param command what is asked for, at the time when it is asked
 * @returns stops watching
 */
export function watchLint(
  command: () => LintCommand,
  look: Pick<Report, 'columns' | 'style'>,
  say: (text: string) => void,
): () => void {
  const { paths, root } = command()
  let before: ReadonlyMap<string, string> | undefined
  const lint = () => {
    try {
      const { output, report } = runLint(command(), look)
      const now = new Map(report.files.map((file) => [file.path, stateOf(file, report)]))
      const changed = report.files.filter(({ path }) => now.get(path) !== before?.get(path))
      if (!before) say(output)
      else if (changed.length > 0) say(renderChanged(report, changed))
      before = now
    } catch (error) {
      if (!before || !(error instanceof WrongUse)) throw error
      say(error.message)
    }
  }
  lint()
  let waiting: NodeJS.Timeout | undefined
  const places = paths.length > 0 ? paths : [join(root, 'content')]
  const lintSoon = () => {
    clearTimeout(waiting)
    waiting = setTimeout(lint, settled)
  }
  const ends = places.map((place) => watchPlace(place, lintSoon))
  return () => {
    clearTimeout(waiting)
    for (const end of ends) end()
  }
}

/** Changes with a file's text, and with what is said of it. */
function stateOf({ path, findings }: Report['files'][number], { sourceOf }: Report): string {
  return JSON.stringify([sourceOf(path), findings])
}

function renderChanged(report: Report, changed: Report['files']): string {
  const counts = renderCounts(countLevels(report.files))
  const rest = report.files.length > changed.length && counts !== '' ? `\n${counts} in all.` : ''
  return `${renderPretty({ ...report, files: changed, hidden: 0 })}${rest}\n`
}
