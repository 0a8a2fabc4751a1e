import { relative, resolve } from 'node:path'
import { Command } from 'commander'
import type { Beginning } from '../src/calendar/new-site.ts'
import { UsageError } from './usage-error.ts'

export const create = new Command('create')
  .description('Make a blog of your own in a new folder')
  .argument('<dir>', 'the folder, which is not there yet')
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
  .action(async (dir: string, { from, ...given }: { from?: string } & Partial<Beginning>) => {
    const { askForSite } = await import('./ask.ts')
    const { createAround, createProject, folderProblem, isContentAlone } = await import(
      '../plugins/project/create-project.ts'
    )
    const { sourceOf, sourceProblem } = await import('../plugins/project/package-source.ts')
    const folder = resolve(dir)
    const problem = folderProblem(folder) ?? sourceProblem(from)
    if (problem) throw new UsageError(problem)
    const source = sourceOf(from, folder)
    const place = relative(process.cwd(), folder) || '.'
    if (isContentAlone(folder)) {
      createAround(folder, source)
      console.log(`${place}/ is a blog of its own now; its content stays as it was.\n`)
    } else {
      const post = createProject(folder, await askForSite(given), source)
      console.log(`A blog is in ${place}/: its plan in content/plan.yaml, your first post in ${post}.\n`)
    }
    console.log(`See it while you write:\n  cd ${place}\n  npm install\n  npm run dev`)
  })
