import { Command } from 'commander'
import type { Beginning } from '../src/calendar/new-site.ts'
import { rootOption } from './options.ts'
import { UsageError } from './usage-error.ts'

export const init = new Command('init')
  .description('Bring the plan, the lint and the queue into an Astro project that keeps its own pages')
  .addOption(rootOption)
  .option('--name <name>', 'name of the site')
  .option('--about <line>', 'who runs it and what it answers')
  .option('--url <address>', 'address of the site')
  .option('--zone <zone>', 'time zone, as in Europe/Tallinn')
  .option('--slot <time>', 'when posts go live, as in "tue 09:00"')
  .option('--question <title>', 'what a stranger would ask you first')
  .option(
    '--from <source>',
    'what npm installs Coldread from: a version, or a package file (default: from where this one came)',
  )
  .action(async ({ root, from, ...given }: { root: string; from?: string } & Partial<Beginning>) => {
    const { askForSite } = await import('./ask.ts')
    const { hasPlan, initProject, isInitiated, projectProblem, readManifest } = await import(
      '../plugins/project/init-project.ts'
    )
    const { sourceOf, sourceProblem } = await import('../plugins/project/package-source.ts')
    const manifest = readManifest(root)
    const problem =
      projectProblem(root) ?? sourceProblem(from) ?? (typeof manifest === 'string' ? manifest : undefined)
    if (problem !== undefined || typeof manifest === 'string') throw new UsageError(problem as string)
    if (isInitiated(root, manifest))
      throw new UsageError('The project has a plan and Coldread already: nothing is left to do.')
    const beginning = hasPlan(root) ? undefined : await askForSite(given)
    const { written, left } = initProject(root, manifest, beginning, sourceOf(from, root))
    console.log(`Written:\n${written.map((file) => `  ${file}`).join('\n')}`)
    if (left.length > 0)
      console.log(`\nLeft as it was:\n${left.map(({ file, why }) => `  ${file}: ${why}`).join('\n')}`)
    console.log(
      '\nThen: npm install, npm run coldread -- lint, npm run queue. Posts stand in content/posts/; your pages get those that',
    )
    console.log("are live with getCollection('posts').")
  })
