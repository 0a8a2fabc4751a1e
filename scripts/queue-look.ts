import { Command } from 'commander'
import { look } from './look.ts'
import { type SharedOptions, shared } from './options.ts'
import { UsageError } from './usage-error.ts'

export const queueReprint = new Command('reprint')
  .description('Write the files of an open export again, byte for byte, with --out DIR')
  .argument('[export]', 'its name; without it the only open one')
  .action(async (name: string | undefined, _, command: Command) => {
    const { out, ...options } = command.optsWithGlobals<SharedOptions & { out?: string }>()
    if (out === undefined) throw new UsageError('Say where the files go: --out DIR')
    const { runReprint } = await import('../plugins/queue/run-say.ts')
    console.log(runReprint(shared(options), name, out))
  })

export const queueStatus = new Command('status')
  .description('List all exports, and how they stand; of one that is named, its rows with their ids')
  .argument('[export]', 'its name')
  .action(async (name: string | undefined, _, command: Command) => {
    const { runStatus } = await import('../plugins/queue/run-say.ts')
    console.log(runStatus(shared(command.optsWithGlobals<SharedOptions>()), name, look(process.stdout)))
  })

export const queueVerify = new Command('verify')
  .description('Look whether every line of the ledger is as it was written, and whether they fit together')
  .action(async (_, command: Command) => {
    const { runVerify } = await import('../plugins/queue/run-say.ts')
    const { said, isWhole } = runVerify(shared(command.optsWithGlobals<SharedOptions>()).root)
    console.log(said)
    if (!isWhole) process.exitCode = 1
  })
