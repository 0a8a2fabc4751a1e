import { existsSync, readdirSync } from 'node:fs'
import { relative, resolve, sep } from 'node:path'
import { Command } from 'commander'
import { nowOption, rootOption, type SharedOptions, shared } from './options.ts'
import { withProgress } from './progress.ts'
import { UsageError } from './usage-error.ts'

export const build = new Command('build')
  .description('Build the site into dist/')
  .addOption(rootOption)
  .addOption(nowOption)
  .option('--out <dir>', 'the folder to build into (default: dist/, or .coldread/drafts/ with --drafts)')
  .option('--drafts', 'build unpublished posts too, marked and hidden from search engines')
  .action(async (options: SharedOptions & { out?: string; drafts?: boolean }) => {
    const { root, now } = shared(options)
    const isPreview = options.drafts ?? false
    const out = resolve(root, options.out ?? (isPreview ? '.coldread/drafts' : 'dist'))
    checkOut(root, out)
    const { beginRun } = await import('../plugins/astro/run.ts')
    const { renderSummary } = await import('../src/calendar/render-summary.ts')
    const begun = performance.now()
    const run = beginRun(root, now, isPreview)
    const { buildSite } = await import('../plugins/astro/build-site.ts')
    const pages = await withProgress('Building the site', () => buildSite(run, out))
    const seconds = (performance.now() - begun) / 1000
    const place = `${relative(process.cwd(), out) || '.'}${sep}`
    const look = `npm run preview${options.out || isPreview ? ` -- --out ${place}` : ''}`
    console.log(renderSummary(run.opened.calendar, { pages, place, look, seconds }))
  })

/** A build replaces its folder whole, so the folder must be empty, new, or an earlier build. */
function checkOut(root: string, out: string): void {
  if (root === out || root.startsWith(out + sep) || process.cwd().startsWith(out + sep))
    throw new UsageError(`--out ${out} holds the project itself; a build would replace it.`)
  if (!existsSync(out)) return
  const files = readdirSync(out)
  if (files.length > 0 && !(files.includes('llms.txt') && files.includes('pagefind')))
    throw new UsageError(
      `${out} holds files that no build made; a build would replace them. Empty it, or name another folder with --out.`,
    )
}
