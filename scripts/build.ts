import { relative, resolve, sep } from 'node:path'
import { Command } from 'commander'
import { maxWarningsOption } from './lint-options.ts'
import { look as lookOf } from './look.ts'
import { nowOption, rootOption, type SharedOptions, shared } from './options.ts'
import { checkOut } from './out.ts'
import { withProgress } from './progress.ts'

export const build = new Command('build')
  .description('Build the site into dist/')
  .addOption(rootOption)
  .addOption(nowOption)
  .option('--out <dir>', 'the folder to build into (default: dist/, or .coldread/drafts/ with --drafts)')
  .option('--drafts', 'build unpublished posts too, marked and hidden from search engines')
  .addOption(maxWarningsOption())
  .action(async (options: SharedOptions & { out?: string; drafts?: boolean; maxWarnings?: number }) => {
    const { root, now } = shared(options)
    const isPreview = options.drafts ?? false
    const out = resolve(root, options.out ?? (isPreview ? '.coldread/drafts' : 'dist'))
    checkOut(root, out)
    const { beginRun } = await import('../plugins/astro/run.ts')
    const { renderSummary } = await import('../src/calendar/render-summary.ts')
    const begun = performance.now()
    const run = beginRun(root, now, isPreview)
    const { lintBuild } = await import('../plugins/astro/lint-build.ts')
    const { warnings, refusal } = lintBuild(run, options.maxWarnings, lookOf(process.stderr))
    if (refusal !== undefined) {
      console.error(refusal)
      process.exitCode = 1
      return
    }
    const { buildSite } = await import('../plugins/astro/build-site.ts')
    const pages = await withProgress('Building the site', () => buildSite(run, out))
    const seconds = (performance.now() - begun) / 1000
    const place = `${relative(process.cwd(), out) || '.'}${sep}`
    const look = `npm run preview${options.out || isPreview ? ` -- --out ${place}` : ''}`
    console.log(renderSummary(run.opened.calendar, { pages, place, look, seconds, warnings }))
  })
