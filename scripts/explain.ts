import { Command } from 'commander'
import { nowOption, rootOption, type SharedOptions, shared } from './options.ts'
import { UsageError } from './usage-error.ts'

export const explain = new Command('explain')
  .description('Say what a rule looks for, or what is said of a place and why')
  .argument('<rule or file:line>', 'a rule, as in promo-hype, or a place, as in content/posts/a.mdx:12:5')
  .addOption(rootOption)
  .addOption(nowOption)
  .action(async (what: string, options: SharedOptions) => {
    const { root, now } = shared(options)
    const { explain } = await import('../plugins/lint/explain/explain.ts')
    const { WrongUse } = await import('../plugins/lint/run/wrong-use.ts')
    try {
      console.log(explain(root, now, what))
    } catch (error) {
      throw error instanceof WrongUse ? new UsageError(error.message) : error
    }
  })
