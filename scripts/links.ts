import { Command } from 'commander'
import { nowOption, rootOption, type SharedOptions, shared } from './options.ts'

export const links = new Command('links')
  .description('Visit every address that live posts lead to, and say which are gone or have moved')
  .addOption(rootOption)
  .addOption(nowOption)
  .action(async (options: SharedOptions) => {
    const { root, now } = shared(options)
    const { beginRun } = await import('../plugins/astro/run.ts')
    const { visitLinks } = await import('../plugins/links/visit-links.ts')
    const { renderLinks } = await import('../plugins/links/render-links.ts')
    const isTerminal = process.stderr.isTTY
    const visited = await visitLinks(beginRun(root, now).opened, (done, all) => {
      if (isTerminal) process.stderr.write(`\r${done} of ${all}${done === all ? '\r\x1b[K' : ''}`)
    })
    console.log(renderLinks(visited))
    if (visited.some(({ visit }) => visit.is === 'gone')) process.exitCode = 1
  })
