import { mkdirSync, readdirSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { build } from 'astro'
import { nextTurn } from '../../src/calendar/next-turn.ts'
import { lockBuild } from './build-lock.ts'
import { markBuild } from './build-mark.ts'
import { nextImageTurn } from './early-images.ts'
import { isRunning } from './is-running.ts'
import { forgetBuild, forgetKept, keepBuild, outputOf } from './kept-build.ts'
import { packageRoot } from './package-root.ts'
import { keepRun, type Run } from './run.ts'
import { restoreFolder, swapFolders } from './swap-folders.ts'

/** What is kept of builds for the next one. */
interface Keeping<Said> {
  /** Nothing that earlier ones kept is used. */
  isClean: boolean
  /** What to say of it, by the number of its pages. */
  say(pages: number): Said
  /** Hash of what it was made of; undefined where that is no longer what stands on the disk. */
  inputs(): string | undefined
}

/**
 * Builds a site beside its place and brings it over only when all is well; until then the place stays as it was.
 * @param out absolute path of the folder that the site goes to
 */
export async function buildSite<Said>(
  run: Run,
  out: string,
  { isClean, say, inputs }: Keeping<Said>,
): Promise<Said> {
  mkdirSync(dirname(out), { recursive: true })
  const unlock = await lockBuild(join(packageRoot, '.astro'))
  restoreFolder(out)
  removeRemains(out)
  if (isClean) forgetKept(run.root)
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
    const { plan, now } = run.opened.calendar
    markBuild(made, `${new URL(plan.site.url).pathname.replace(/\/$/, '')}/`)
    const pages = readdirSync(made, { recursive: true }).filter((file) =>
      String(file).endsWith('.html'),
    ).length
    const said = say(pages)
    const madeOf = inputs()
    const turns = [nextTurn(run.opened.calendar, now.instant), nextImageTurn(run.root, run.opened)]
    const until = turns.flatMap((turn) => turn ?? []).sort()[0] as string
    const kept = { out, from: now.instant, until, zone: plan.zone, output: outputOf(made), said }
    forgetBuild(run.root, out)
    await swapFolders(made, out)
    if (madeOf !== undefined) keepBuild(run.root, { ...kept, inputs: madeOf })
    return said
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
