import { mkdirSync, readdirSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { nextTurn } from '../../src/calendar/next-turn.ts'
import type { BuildInputs } from './build-inputs.ts'
import { lockBuild } from './build-lock.ts'
import { markBuild } from './build-mark.ts'
import { nextImageTurn } from './early-images.ts'
import { tellEditors } from './editor-schemas.ts'
import type { PageFacts } from './finish-page.ts'
import { isRunning } from './is-running.ts'
import { forgetBuild, keepBuild, outputOf, recallFiles } from './kept-build.ts'
import { fileOf, pageKeys } from './kept-pages.ts'
import { rendererKey } from './kept-renderer.ts'
import { hiddenKey } from './leak-check.ts'
import { OwnFailure, ownFailure } from './own-failure.ts'
import { packageRoot, projectOf } from './package-root.ts'
import { renderSite } from './render-site.ts'
import { currentRun, keepRun, type Making, type Run } from './run.ts'
import type { SiteData } from './site-data.ts'
import { SiteLeaks } from './site-leaks.ts'
import { restoreFolder, swapFolders } from './swap-folders.ts'

/** What is kept of builds for the next one. */
interface Keeping<Said> {
  /** Nothing that earlier ones kept is used. */
  isClean: boolean
  /** What to say of it, by the number of its pages. */
  say(pages: number): Said
  /** What it is made of. */
  inputs: BuildInputs
  /** Does that still stand on the disk? */
  isStillSo(): boolean
}

/**
 * Builds a site beside its place and brings it over only when all is well; until then the place stays as it was.
 * @param out absolute path of the folder that the site goes to
 */
export async function buildSite<Said>(
  run: Run,
  data: SiteData,
  out: string,
  { isClean, say, inputs, isStillSo }: Keeping<Said>,
): Promise<Said> {
  mkdirSync(dirname(out), { recursive: true })
  const made = `${join(dirname(out), besideName(out))}${process.pid}`
  const from = process.cwd()
  const unlock = await lockBuild(join(packageRoot, '.astro'))
  try {
    restoreFolder(out)
    removeRemains(out)
    const pages = pageKeys(run.root, data, inputs.code)
    const before = recallFiles(run.root, out, inputs.code)
    const kept = new Map<string, PageFacts>()
    for (const [path, key] of pages) {
      const known = before.pages[path]
      if (known?.key === key) kept.set(path, known.facts)
    }
    const renderer = rendererKey(run.root, data, inputs.code)
    const hidden = hiddenKey(run.opened)
    const making: Making = {
      ...{ data, renderer, out, kept, searchFiles: before.searchFiles },
      isSameHidden: before.hidden === hidden,
    }
    keepRun({ ...run, making })
    if (isClean || !(await renderSite(currentRun(), made))) {
      // Astro puts what it runs to make the pages below the working folder, and packages are found from the package alone.
      process.chdir(packageRoot)
      await buildByAstro(run.root, made)
    }
    data.keepColors()
    tellEditors(run)
    const { plan, now } = run.opened.calendar
    markBuild(made, `${new URL(plan.site.url).pathname.replace(/\/$/, '')}/`)
    const { output, pages: number } = outputOf(made)
    const said = say(number)
    const isWhole = isStillSo()
    const turns = [nextTurn(run.opened.calendar, now.instant), nextImageTurn(run.root, run.opened)]
    const until = turns.flatMap((turn) => turn ?? []).sort()[0] as string
    const times = { from: now.instant, until, zone: plan.zone }
    forgetBuild(run.root, out)
    await swapFolders(made, out)
    if (isWhole)
      keepBuild(run.root, {
        ...{ out, ...times, output, said },
        inputs: inputs.all,
        stamp: inputs.isSettled ? inputs.stamp : undefined,
        code: inputs.code,
        hidden,
        searchFiles: making.made?.searchFiles ?? {},
        pages: Object.fromEntries(
          [...pages].flatMap(([path, key]) => {
            const facts = making.made?.pages.get(fileOf(path))
            return facts ? [[path, { key, facts }]] : []
          }),
        ),
      })
    return said
  } finally {
    process.chdir(from)
    rmSync(made, { recursive: true, force: true })
    unlock()
  }
}

/** Astro finds pages and their integration by the configuration of the project. */
async function buildByAstro(root: string, outDir: string): Promise<void> {
  const { build } = await import('astro')
  const project = projectOf(root)
  try {
    await build({ root: project, outDir, cacheDir: join(root, '.coldread/astro'), logLevel: 'silent' })
  } catch (error) {
    if (project === packageRoot || error instanceof SiteLeaks) throw error
    throw ownFailure(error, project)
  }
  if (!currentRun().making?.made)
    throw new OwnFailure(
      `astro.config of ${project} does not use coldread(), so its pages are its own: build it with Astro.\nFor a site of ours: integrations: [coldread()]`,
    )
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
