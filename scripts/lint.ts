import { styleText } from 'node:util'
import { Command, InvalidArgumentError, Option } from 'commander'
import { nowOption, rootOption, type SharedOptions, shared } from './options.ts'
import { UsageError } from './usage-error.ts'

const formats = ['pretty', 'json'] as const

interface Options extends SharedOptions {
  format: (typeof formats)[number]
  maxWarnings?: number
  every?: boolean
  quiet?: boolean
  since?: string
  watch?: boolean
  cache: boolean
}

export const lint = new Command('lint')
  .description('Say where a stranger would stumble, or feel sold to')
  .argument('[paths...]', 'Markdown or MDX files, or folders; without any, the content')
  .addOption(rootOption)
  .addOption(nowOption)
  .addOption(new Option('--format <format>', 'for whom').choices(formats).default('pretty'))
  .addOption(maxWarningsOption())
  .option('--since <ref>', 'only paragraphs that were touched since a commit of git')
  .option('--every', 'list every finding, not the first of each kind')
  .option('--quiet', 'leave suggestions out')
  .option('--watch', 'lint again after each save')
  .option('--no-cache', 'remember nothing from run to run')
  .option('--no-baseline', 'old findings too')
  .action(async (paths: string[], options: Options) => {
    const { root, now } = shared(options)
    const { lintPaths } = await import('../plugins/lint/lint-paths.ts')
    const { isFailure, makeReport } = await import('../plugins/lint/lint-report.ts')
    const { openCache } = await import('../plugins/lint/cache.ts')
    const { reporters } = await import('../plugins/lint/reporters/reporters.ts')
    const { WrongUse } = await import('../plugins/lint/wrong-use.ts')
    try {
      const run = lintPaths({ root, now, paths, cache: options.cache ? openCache(root) : undefined })
      const choice =
        options.format === 'json' ? { ...options, root } : { ...options, root, from: process.cwd() }
      const report = makeReport(run, choice, {
        columns: process.stdout.columns ?? 100,
        style: (format, text) => styleText(format, text, { stream: process.stdout }),
      })
      console.log(reporters[options.format](report))
      if (isFailure(report, options.maxWarnings)) process.exitCode = 1
    } catch (error) {
      throw error instanceof WrongUse ? new UsageError(error.message) : error
    }
  })

/** `--max-warnings NUMBER`: 0 is strict. */
export function maxWarningsOption(): Option {
  return new Option('--max-warnings <number>', 'how many warnings are let pass').argParser((written) => {
    if (!/^\d+$/.test(written)) throw new InvalidArgumentError('Write a number, as in --max-warnings 0.')
    return Number(written)
  })
}
