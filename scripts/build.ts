import { relative, resolve, sep } from 'node:path'
import { Command } from 'commander'
import { maxWarningsOption } from './lint-options.ts'
import { look as lookOf } from './look.ts'
import { nowOption, rootOption, type SharedOptions, shared } from './options.ts'
import { checkOut } from './out.ts'
import { withProgress } from './progress.ts'

interface BuildOptions {
  out?: string
  drafts?: boolean
  clean?: boolean
  maxWarnings?: number
}

export const build = new Command('build')
  .description('Build the site into dist/')
  .addOption(rootOption)
  .addOption(nowOption)
  .option('--out <dir>', 'the folder to build into (default: dist/, or .coldread/drafts/ with --drafts)')
  .option('--drafts', 'build unpublished posts too, marked and hidden from search engines')
  .option('--clean', 'use nothing that earlier builds kept')
  .addOption(maxWarningsOption())
  .action(async (options: SharedOptions & BuildOptions) => {
    const { root, now } = shared(options)
    const isPreview = options.drafts ?? false
    const out = resolve(root, options.out ?? (isPreview ? '.coldread/drafts' : 'dist'))
    checkOut(root, out)
    const { runBuild } = await import('../plugins/astro/run-build.ts')
    const begun = performance.now()
    const { maxWarnings, clean: isClean = false } = options
    const wish = { root, out, now, isPreview, maxWarnings, isClean }
    const result = await withProgress('Building the site', () => runBuild(wish, lookOf(process.stderr)))
    if ('refusal' in result) {
      console.error(result.refusal)
      process.exitCode = 1
      return
    }
    const { renderSummary } = await import('../src/calendar/render-summary.ts')
    const seconds = `${((performance.now() - begun) / 1000).toFixed(1)} s`
    const done = result.isNew ? `built in ${seconds}` : `unchanged since it was built: looked in ${seconds}`
    const place = `${relative(process.cwd(), out) || '.'}${sep}`
    const look = `npm run preview${options.out || isPreview ? ` -- --out ${place}` : ''}`
    console.log(renderSummary(result.summary, { done, place, look }))
  })
