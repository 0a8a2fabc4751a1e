import { Command } from 'commander'
import type { LintCommand } from '../plugins/lint/run/outcome.ts'
import { withLintOptions } from './lint-options.ts'
import { look } from './look.ts'
import { type SharedOptions, shared } from './options.ts'
import { countOnTerminal } from './progress.ts'
import { UsageError } from './usage-error.ts'

type Options = SharedOptions & Omit<LintCommand, 'cache' | 'now'> & { cache: boolean }

export const lint = withLintOptions(new Command('lint'))
  .description('Say where a stranger would stumble, or feel sold to')
  .action(async (paths: string[], { cache: isCached, ...options }: Options) => {
    const { root, now } = shared(options)
    const { isOnFiles, runOnFiles } = await import('../plugins/lint/run/run-on-files.ts')
    const { WrongUse } = await import('../plugins/lint/run/wrong-use.ts')
    const onProgress = countOnTerminal('texts')
    const asked: LintCommand = { ...options, root, now, paths, onProgress, cwd: process.cwd() }
    const isAlone = isOnFiles(asked)
    const { openCache } = isAlone || !isCached ? {} : await import('../plugins/lint/run/cache.ts')
    const command = { ...asked, cache: openCache?.(root) }
    const dressed = look(process.stdout)
    try {
      if (options.watch) {
        const { watchLint } = await import('../plugins/lint/run/watch.ts')
        watchLint(() => ({ ...command, now: shared(options).now }), dressed, console.log)
        return await new Promise(() => {})
      }
      const run = isAlone ? runOnFiles : (await import('../plugins/lint/run/run-lint.ts')).runLint
      const { output, notes, isFailure } = run(command, dressed)
      if (output) console.log(output)
      for (const note of notes) console.error(note)
      if (isFailure) process.exitCode = 1
    } catch (error) {
      throw error instanceof WrongUse ? new UsageError(error.message) : error
    }
  })
