import { Command } from 'commander'
import { nowOption, rootOption, type SharedOptions, shared } from './options.ts'

export const lint = new Command('lint')
  .description('Say where a stranger would stumble, or feel sold to')
  .argument('[paths...]', 'Markdown or MDX files, or folders; without any, the content')
  .addOption(rootOption)
  .addOption(nowOption)
  .option('--format <format>', 'pretty or json', 'pretty')
  .option('--every', 'list every finding, not the first of each kind')
  .option('--no-baseline', 'old findings too')
  .action(async (paths: string[], options: SharedOptions & { format: string; every?: boolean }) => {
    const { root, now } = shared(options)
    const { lintPaths } = await import('../plugins/lint/lint-paths.ts')
    const files = lintPaths(root, now, paths)
    console.log(JSON.stringify({ version: 1, files }))
    if (files.some(({ findings }) => findings.some(({ level }) => level === 'error'))) process.exitCode = 1
  })
