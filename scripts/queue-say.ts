import { Command } from 'commander'
import { type SharedOptions, shared } from './options.ts'

/** Root and time, which are asked of `queue` itself, before or after the name of the command. */
export function timeAndPlace(command: Command): { root: string; now: string; rehearsal?: boolean } {
  const { rehearsal, ...options } = command.optsWithGlobals<SharedOptions & { rehearsal?: true }>()
  return { ...shared(options), ...(rehearsal && { rehearsal }) }
}

export const queueConfirm = new Command('confirm')
  .description('Say that an export was uploaded')
  .argument('[export]', 'its name; without it the only open one')
  .action(async (name: string | undefined, _, command: Command) => {
    const { runSaying } = await import('../plugins/queue/run-say.ts')
    const { confirmExport } = await import('../plugins/queue/say.ts')
    console.log(runSaying(timeAndPlace(command), (said) => confirmExport(said, name)))
  })

export const queueUndo = new Command('undo')
  .description('Give up an export that was never uploaded')
  .argument('<export>', 'its name')
  .action(async (name: string, _, command: Command) => {
    const { runSaying } = await import('../plugins/queue/run-say.ts')
    const { undoExport } = await import('../plugins/queue/say.ts')
    console.log(runSaying(timeAndPlace(command), (said) => undoExport(said, name)))
  })
