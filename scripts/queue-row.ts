import { Command } from 'commander'
import { timeAndPlace } from './queue-say.ts'

const exportOption = ['--export <name>', 'the export that holds it, where several do'] as const

export const queueRefuse = new Command('refuse')
  .description('Say that the tool did not take a row')
  .argument('<row>', 'its id')
  .option('--why <reason>', 'what the tool said')
  .option(...exportOption)
  .action(async (id: string, options: { why?: string; export?: string }, command: Command) => {
    const { runSaying } = await import('../plugins/queue/run-say.ts')
    const { refuseRow } = await import('../plugins/queue/say.ts')
    console.log(runSaying(timeAndPlace(command), (said) => refuseRow(said, id, options)))
  })

export const queuePosted = new Command('posted')
  .description('Say that a row went out, where workers cannot tell and you saw it')
  .argument('<row>', 'its id')
  .option(...exportOption)
  .action(async (id: string, options: { export?: string }, command: Command) => {
    const { runSaying } = await import('../plugins/queue/run-say.ts')
    const { rowPosted } = await import('../plugins/queue/say.ts')
    console.log(runSaying(timeAndPlace(command), (said) => rowPosted(said, id, options)))
  })

export const queueRemoved = new Command('removed')
  .description('Say that a row was deleted in the tool, before it went out')
  .argument('<row>', 'its id')
  .option(...exportOption)
  .action(async (id: string, options: { export?: string }, command: Command) => {
    const { runSaying } = await import('../plugins/queue/run-say.ts')
    const { rowRemoved } = await import('../plugins/queue/say.ts')
    console.log(runSaying(timeAndPlace(command), (said, gone) => rowRemoved(said, id, options, gone)))
  })
