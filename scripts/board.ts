import { join, relative, resolve, sep } from 'node:path'
import { Command } from 'commander'
import { nowOption, rootOption, type SharedOptions, shared } from './options.ts'
import { checkOut } from './out.ts'
import { countOnTerminal } from './progress.ts'
import { UsageError } from './usage-error.ts'

export const board = new Command('board')
  .description("Build the editors' private pages: calendar, pipeline, findings, queue and more")
  .addOption(rootOption)
  .addOption(nowOption)
  .option('--out <dir>', 'the folder to build into (default: .coldread/board/)')
  .action(async (options: SharedOptions & { out?: string }) => {
    const { root, now } = shared(options)
    const out = options.out === undefined ? resolve(root, '.coldread/board') : resolve(options.out)
    checkOut(root, out)
    const { siteAround } = await import('../plugins/astro/site-around.ts')
    const site = siteAround(root, join(out, 'index.html'))
    if (site !== undefined)
      throw new UsageError(
        `--out ${out}: ${site} is a built site, which everybody can read once it is published. Name a folder elsewhere.`,
      )
    const { beginRun } = await import('../plugins/astro/run.ts')
    const { renderFault } = await import('../src/calendar/fault.ts')
    const { writeBoard } = await import('../plugins/board/write-board.ts')
    const { pages, faults } = await writeBoard(beginRun(root, now, true), out, countOnTerminal('posts'))
    if (faults.length > 0) {
      console.error(`${faults.map(renderFault).join('\n')}\nThe rest of the inbox was read.\n`)
      process.exitCode = 1
    }
    const place = `${relative(process.cwd(), out) || '.'}${sep}`
    console.log(
      `${pages} pages in ${place}. Open ${place}index.html. Keep them private: they say what is planned.`,
    )
  })
