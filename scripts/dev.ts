import { Command } from 'commander'
import { look } from './look.ts'
import { nowOption, portOption, rootOption, type SharedOptions, shared } from './options.ts'

export const dev = new Command('dev')
  .description('Show the site while you write, unpublished posts included')
  .addOption(rootOption)
  .addOption(nowOption)
  .addOption(portOption())
  .option('--host [address]', 'listen beyond this machine, so that a phone can look')
  .action(async (options: SharedOptions & { port: number; host?: string | true }) => {
    const { root } = shared(options)
    const { beginRun, keepRun, onSaved } = await import('../plugins/astro/run.ts')
    const { savedLinter } = await import('../plugins/astro/lint-saved.ts')
    keepRun(beginRun(root, options.now, true))
    const lintSaved = savedLinter(root, look(process.stdout))
    onSaved((run, files) => {
      const said = lintSaved(run, files)
      if (said) console.log(said)
    })
    const { packageRoot } = await import('../plugins/astro/package-root.ts')
    const { dev } = await import('astro')
    process.env.ASTRO_DEV_BACKGROUND = '0'
    await dev({ root: packageRoot, server: { port: options.port, host: options.host ?? false } })
    await new Promise(() => {})
  })
