import { Command } from 'commander'
import type { Beginning } from '../src/calendar/write-plan.ts'
import { rootOption } from './options.ts'

export const begin = new Command('begin')
  .description('Put the sample content aside and begin your own site with a plan and a first post')
  .addOption(rootOption)
  .option('--name <name>', 'name of the site')
  .option('--about <line>', 'who runs it and what it answers')
  .option('--url <address>', 'address of the site')
  .option('--zone <zone>', 'time zone, as in Europe/Tallinn')
  .option('--slot <time>', 'when posts go live, as in "tue 09:00"')
  .option('--question <title>', 'what a stranger would ask you first')
  .option('--yes', 'do not ask whether to put the content aside')
  .action(async ({ root, yes, ...given }: { root: string; yes?: boolean } & Partial<Beginning>) => {
    const { beginSite } = await import('./begin-site.ts')
    console.log(await beginSite(root, given, yes ?? false))
  })
