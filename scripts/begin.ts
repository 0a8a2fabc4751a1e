import { existsSync } from 'node:fs'
import { join, relative } from 'node:path'
import { Command } from 'commander'
import type { Beginning } from '../src/calendar/new-site.ts'
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
    const { askForSite, askToPutAside } = await import('./ask.ts')
    const { writeSite } = await import('../src/calendar/new-site.ts')
    const { renderReference } = await import('../src/calendar/reference.ts')
    const { lintSchemas } = await import('../plugins/lint/settings-schema.ts')
    const { rules } = await import('../plugins/lint/rules.ts')
    const { replaceContent } = await import('../src/write-whole.ts')
    const hadContent = existsSync(join(root, 'content'))
    if (hadContent && !yes) await askToPutAside()
    const files = writeSite(await askForSite(given), renderReference(lintSchemas(rules)))
    const aside = replaceContent(root, files)
    if (aside) console.log(`What stood in content/ is in ${relative(process.cwd(), aside)}/.`)
    const post = [...files.keys()].find((file) => file.endsWith('.mdx'))
    console.log(
      `Your plan is content/plan.yaml, your first post ${post}.\nSee it while you write: npm run dev`,
    )
  })
