import { resolve } from 'node:path'
import { Command } from 'commander'
import { portOption, rootOption } from './options.ts'
import { UsageError } from './usage-error.ts'

interface Options {
  root: string
  out: string
  port: number
  host?: string | true
}

export const preview = new Command('preview')
  .description('Show the built site as readers will see it')
  .addOption(rootOption)
  .option('--out <dir>', 'the folder that was built into', 'dist')
  .addOption(portOption())
  .option('--host [address]', 'listen beyond this machine, so that a phone can look')
  .action(async ({ root, out, port, host }: Options) => {
    const outDir = resolve(root, out)
    const { readMark } = await import('../plugins/astro/build-mark.ts')
    const mark = readMark(outDir)
    if (!mark) throw new UsageError(`There is no built site in ${out}/ yet. Build it first: npm run build`)
    const { packageRoot } = await import('../plugins/astro/package-root.ts')
    const { preview } = await import('astro')
    process.env.ASTRO_PREVIEW_BACKGROUND = '0'
    const server = await preview({
      root: packageRoot,
      configFile: false,
      base: mark.base,
      trailingSlash: 'always',
      outDir,
      server: { port, host: host ?? false },
    })
    await server.closed()
  })
