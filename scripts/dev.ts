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
    const { openCache } = await import('../plugins/lint/run/cache.ts')
    const { codeInputs } = await import('../plugins/astro/build-inputs.ts')
    const memory = openCache(root, codeInputs(root), 'cache/posts')
    keepRun(beginRun(root, options.now, true, memory))
    memory?.save()
    const lintSaved = savedLinter(root, look(process.stdout))
    const sayLint = (...saved: Parameters<typeof lintSaved>) => {
      const said = lintSaved(...saved)
      if (said) console.log(said)
    }
    // The page comes first.
    onSaved((...saved) => setTimeout(sayLint, 200, ...saved))
    const { projectOf } = await import('../plugins/astro/package-root.ts')
    const { dev } = await import('astro')
    process.env.ASTRO_DEV_BACKGROUND = '0'
    await dev({ root: projectOf(root), server: { port: options.port, host: options.host ?? false } })
    await new Promise(() => {})
  })
