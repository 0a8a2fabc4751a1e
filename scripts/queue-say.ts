import { Command } from 'commander'
import { type SharedOptions, shared } from './options.ts'

/** Root and time are asked of `queue` itself, before or after the name of the command. */
const exportOption = ['--export <name>', 'the export that holds it, where several do'] as const

async function modules() {
  return { ...(await import('../plugins/queue/run-say.ts')), ...(await import('../plugins/queue/say.ts')) }
}

export const queueConfirm = new Command('confirm')
  .description('Say that an export was uploaded')
  .argument('[export]', 'its name; without it the only open one')
  .action(async (name: string | undefined, _, command: Command) => {
    const { runSaying, confirmExport } = await modules()
    console.log(runSaying(at(command), (said) => confirmExport(said, name)))
  })

export const queueUndo = new Command('undo')
  .description('Give up an export that was never uploaded')
  .argument('<export>', 'its name')
  .action(async (name: string, _, command: Command) => {
    const { runSaying, undoExport } = await modules()
    console.log(runSaying(at(command), (said) => undoExport(said, name)))
  })

export const queueRefuse = new Command('refuse')
  .description('Say that the tool did not take a row')
  .argument('<row>', 'its id')
  .option('--why <reason>', 'what the tool said')
  .option(...exportOption)
  .action(async (id: string, options: { why?: string; export?: string }, command: Command) => {
    const { runSaying, refuseRow } = await modules()
    console.log(runSaying(at(command), (said) => refuseRow(said, id, options)))
  })

export const queueRemoved = new Command('removed')
  .description('Say that a row was deleted in the tool, before it went out')
  .argument('<row>', 'its id')
  .option(...exportOption)
  .action(async (id: string, options: { export?: string }, command: Command) => {
    const { runSaying, rowRemoved } = await modules()
    console.log(runSaying(at(command), (said, gone) => rowRemoved(said, id, options, gone())))
  })

function at(command: Command): { root: string; now: string } {
  return shared(command.optsWithGlobals<SharedOptions>())
}
