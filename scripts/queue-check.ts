import { Command } from 'commander'
import { type SharedOptions, shared } from './options.ts'
import { countOnTerminal } from './progress.ts'

export const queueCheck = new Command('check')
  .description('Visit every link and image of what goes out within 48 hours')
  .action(async (_, command: Command) => {
    const { checkAddresses } = await import('../plugins/queue/check-addresses.ts')
    const { said, isWhole } = await checkAddresses(
      shared(command.optsWithGlobals<SharedOptions>()),
      countOnTerminal('addresses'),
    )
    console.log(said)
    if (!isWhole) process.exitCode = 1
  })
