import { mkdirSync, readdirSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'astro'
import { lockBuild } from './build-lock.ts'
import { markBuild } from './build-mark.ts'
import { isRunning } from './is-running.ts'
import { keepRun, type Run } from './run.ts'
import { restoreFolder, swapFolders } from './swap-folders.ts'

/** Where this package stands: Astro's own root, with pages and configuration. */
export const packageRoot = fileURLToPath(new URL('../../', import.meta.url))

/**
 * Builds a site beside its place and brings it over only when all is well; until then the place stays as it was.
 * @param out absolute path of the folder that the site goes to
 * @returns how many pages it has
 */
export async function buildSite(run: Run, out: string): Promise<number> {
  mkdirSync(dirname(out), { recursive: true })
  const unlock = await lockBuild(join(packageRoot, '.astro'))
  restoreFolder(out)
  removeRemains(out)
  const made = `${join(dirname(out), besideName(out))}${process.pid}`
  keepRun(run)
  const from = process.cwd()
  try {
    // Astro puts what it runs to make the pages below the working folder, and packages are found from the package alone.
    process.chdir(packageRoot)
    await build({
      root: packageRoot,
      outDir: made,
      cacheDir: join(run.root, '.coldread/astro'),
      logLevel: 'silent',
    })
    markBuild(made, `${new URL(run.opened.calendar.plan.site.url).pathname.replace(/\/$/, '')}/`)
    const pages = readdirSync(made, { recursive: true }).filter((file) =>
      String(file).endsWith('.html'),
    ).length
    await swapFolders(made, out)
    return pages
  } finally {
    process.chdir(from)
    rmSync(made, { recursive: true, force: true })
    unlock()
  }
}

function besideName(out: string): string {
  return `.coldread-${basename(out)}-`
}

/** Deletes what builds left behind that were killed. */
function removeRemains(out: string): void {
  const prefix = besideName(out)
  for (const { name } of readdirSync(dirname(out), { withFileTypes: true }))
    if (name.startsWith(prefix) && !isRunning(Number(name.slice(prefix.length))))
      rmSync(join(dirname(out), name), { recursive: true, force: true })
}
