import { resolve } from 'node:path'
import { Command } from 'commander'
import { nowOption, shared } from './options.ts'
import { countOnTerminal, withProgress } from './progress.ts'
import { UsageError } from './usage-error.ts'

interface Options {
  to: string
  now?: string
  zone?: string
  url?: string
  files?: string
  pages?: boolean
  dryRun?: boolean
}

export const adopt = new Command('adopt')
  .description(
    'Move a blog in: a folder of Jekyll, Hugo, Astro, Eleventy, Docusaurus or plain Markdown, or an export',
  )
  .argument('<source>', "the blog's folder, or the file of an export")
  .requiredOption('--to <dir>', 'the folder that holds content/, or will; nothing in it is overwritten')
  .option('--zone <zone>', 'time zone of times that name none, as in Europe/Tallinn')
  .option('--url <address>', 'address of the new site, where it is not the old one')
  .option('--files <dir>', "files of the old site by their paths there, for an export's pictures")
  .option('--pages', 'take pages as posts too')
  .option('--dry-run', 'say what would become of it, and write nothing')
  .addOption(nowOption)
  .action(async (source: string, { to, ...options }: Options) => {
    const { adoptWish, finishAdopting } = await import('../plugins/moving/run-adopt.ts')
    const { openSource } = await import('../plugins/moving/open-source.ts')
    const { now } = shared({ root: to, ...options })
    const wish = adoptWish({ ...options, source, to, now })
    if ('problem' in wish) throw new UsageError(wish.problem)
    const opened = await withProgress(`Reading ${source}`, () => openSource(resolve(source)))
    if ('what' in opened) throw new UsageError(`${source}: ${opened.what}; ${opened.mend}.`)
    const { adopt } = await import('../plugins/moving/adopt.ts')
    const report = await adopt(opened, source, { ...wish, onProgress: countOnTerminal('posts') })
    const { said, isFailure } = await withProgress('Looking at what came over', async () =>
      finishAdopting(report, wish),
    )
    console.log(said)
    if (isFailure) process.exitCode = 1
  })
