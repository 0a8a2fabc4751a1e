import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { boardPages } from '../../src/board/board-pages.ts'
import { views } from '../../src/board/views.ts'
import type { Fault } from '../../src/calendar/fault.ts'
import { markBuild } from '../astro/build-mark.ts'
import { lintOf } from '../astro/lint-run.ts'
import type { Run } from '../astro/run.ts'
import { restoreFolder, swapFolders } from '../astro/swap-folders.ts'
import { openCache } from '../lint/run/cache.ts'
import type { LintAids } from '../lint/run/lint-site.ts'
import { boardOf } from './board-of.ts'
import { staticHrefs } from './static-hrefs.ts'
import { styleSheet } from './style-sheet.ts'

/**
 * Writes the board beside its place and brings it over whole; until then the place stays as it was.
 * @param out absolute path of the folder that the board goes to
 * @returns how many pages it has, and what of the inbox could not be read
 */
export async function writeBoard(
  run: Run,
  out: string,
  onProgress?: LintAids['onProgress'],
): Promise<{ pages: number; faults: readonly Fault[] }> {
  const linted = lintOf(run, { cache: openCache(run.root), onProgress })
  const { data, faults } = boardOf(run, linted, {
    hrefs: staticHrefs(run.root, out, run.opened),
    scripts: [],
  })
  const pages = boardPages(data)
  const made = join(dirname(out), `.coldread-board-${process.pid}`)
  restoreFolder(out)
  try {
    for (const { id } of views) mkdirSync(join(made, id), { recursive: true })
    writeFileSync(join(made, 'board.css'), styleSheet())
    writeFileSync(join(made, 'index.html'), front)
    for (const [path, html] of pages) writeFileSync(join(made, path), html())
    markBuild(made, '/', true)
    await swapFolders(made, out)
  } finally {
    rmSync(made, { recursive: true, force: true })
  }
  return { pages: pages.size, faults }
}

const first = `${views[0].id}/index.html`

/** The board's folder opens on its first view. */
const front = `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="robots" content="noindex"><meta http-equiv="refresh" content="0; url=${first}"><title>Board</title></head><body><p><a href="${first}">${views[0].title}</a></p></body></html>
`
