import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { Command } from 'commander'
import { nowOption, rootOption, type SharedOptions, shared } from './options.ts'
import { UsageError } from './usage-error.ts'

export const preview = new Command('preview')
  .description('Show the built site as readers will see it')
  .addOption(rootOption)
  .addOption(nowOption)
  .option('--out <dir>', 'the folder that was built into', 'dist')
  .option('--port <number>', 'the port to listen on', '4321')
  .option('--host [address]', 'listen beyond this machine, so that a phone can look')
  .action(async (options: SharedOptions & { out: string; port: string; host?: string | true }) => {
    const { root, now } = shared(options)
    const outDir = resolve(root, options.out)
    if (!existsSync(outDir))
      throw new UsageError(`There is no ${options.out}/ yet. Build it first: npm run build`)
    const { beginRun, keepRun } = await import('../plugins/astro/run.ts')
    keepRun(beginRun(root, now))
    const { packageRoot } = await import('../plugins/astro/build-site.ts')
    const { preview } = await import('astro')
    process.env.ASTRO_PREVIEW_BACKGROUND = '0'
    const server = await preview({
      root: packageRoot,
      outDir,
      server: { port: Number(options.port), host: options.host ?? false },
    })
    await server.closed()
  })
