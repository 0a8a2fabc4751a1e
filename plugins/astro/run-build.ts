import { setFlagsFromString } from 'node:v8'
import type { Summary } from '../../src/calendar/render-summary.ts'
import type { Report } from '../lint/reporters/report.ts'
import { type BuildInputs, buildInputs, stampInputs } from './build-inputs.ts'
import { recallBuild } from './kept-build.ts'

/**
 * From so many texts on, the heap grows in smaller steps: 10,000 posts take a third less memory, and no more time. With 1,000
 * it would save 100 MB of 500 and cost a twentieth of the work.
 */
const manyTexts = 2000

/** How a build was asked for. */
export interface BuildWish {
  /** Absolute path of the folder that holds `content/`. */
  root: string
  /** Absolute path of the folder that the site goes to. */
  out: string
  /** An RFC 3339 instant, or a wall clock in the plan's zone. */
  now: string
  isPreview: boolean
  /** How many warnings are let pass; all where it is not said. */
  maxWarnings?: number | undefined
  /** Nothing that earlier builds kept is used. */
  isClean: boolean
}

/** What came of it. */
export type BuildResult =
  /** `isNew` is false where the site stood there already, made of the same. */
  | { readonly summary: Summary; readonly isNew: boolean }
  /** Why nothing was built, for a person. */
  | { readonly refusal: string }

/** Builds a site, unless it stands there already. Most of the code is loaded only where there is something to build. */
export async function runBuild(
  wish: BuildWish,
  look: Pick<Report, 'columns' | 'style'>,
): Promise<BuildResult> {
  const { root, out, now, isPreview, maxWarnings, isClean } = wish
  const asked = [isPreview, maxWarnings]
  let inputs: BuildInputs | undefined
  const read = () => (inputs ??= buildInputs(root, asked))
  const known = isClean ? undefined : recallBuild<Summary>(wish, stampInputs(root, asked), read)
  if (known) return { summary: known, isNew: false }
  const before = read()

  if (isClean) (await import('./kept-build.ts')).forgetKept(root)
  const { beginRun } = await import('./run.ts')
  const { readSources } = await import('../../src/disk.ts')
  const { learnPosts } = await import('../../src/read-content.ts')
  const { componentNames } = await import('../../src/open.ts')
  const { openCache } = await import('../lint/run/cache.ts')
  const memory = openCache(root, before.code, 'cache/posts')
  const sources = readSources(root)
  if (sources.texts.size > manyTexts) setFlagsFromString('--heap-growing-percent=40')
  if (memory) await learnPosts(sources, componentNames(), memory)
  memory?.save()
  const { lintAhead } = await import('./lint-ahead.ts')
  const linted = isClean ? undefined : lintAhead({ root, now, isPreview, code: before.code })
  const run = beginRun(root, now, isPreview, memory, sources)
  const { dataForBuild } = await import('./data-for-build.ts')
  const data = await dataForBuild(run, before.code, isClean)
  await linted
  const { lintBuild } = await import('./lint-build.ts')
  const { warnings, refusal } = lintBuild(run, { maxWarnings, isClean }, look)
  if (refusal !== undefined) return { refusal }
  const { buildSite } = await import('./build-site.ts')
  const { summarize } = await import('../../src/calendar/render-summary.ts')
  const summary = await buildSite(run, data, out, {
    isClean,
    say: (pages) => summarize(run.opened.calendar, pages, warnings),
    inputs: before,
    // Whoever saved something meanwhile gets it with the next build.
    isStillSo: () => stampInputs(root, asked) === before.stamp,
  })
  return { summary, isNew: true }
}
