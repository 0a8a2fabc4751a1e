import { Command } from 'commander'
import { nowOption, rootOption, type SharedOptions, shared } from './options.ts'
import { UsageError } from './usage-error.ts'

export const heard = new Command('heard')
  .description('Note what somebody asked or said, as on the phone')
  .argument('<words>', 'what they said, in their words')
  .requiredOption('--on <place>', 'where: a channel of the plan, or a name of your choice')
  .option('--by <name>', 'who, so that people are told apart; the plan says what becomes of names')
  .option('--at <time>', 'when, where it was not now')
  .addOption(rootOption)
  .addOption(nowOption)
  .action(async (words: string, options: SharedOptions & { on: string; by?: string; at?: string }) => {
    const { runHeard } = await import('../plugins/inbox/run-heard.ts')
    const done = runHeard(words, { ...options, ...shared(options) })
    if ('problem' in done) throw new UsageError(done.problem)
    console.log(done.said)
  })
