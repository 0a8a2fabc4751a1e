import { Command } from 'commander'
import { look } from './look.ts'
import { nowOption, rootOption, shared } from './options.ts'
import { queueCheck } from './queue-check.ts'
import { queueReprint, queueStatus, queueVerify } from './queue-look.ts'
import { type QueueOptions, unknownCommand, withQueueOptions } from './queue-options.ts'
import { queuePush } from './queue-push.ts'
import { handOverTo } from './queue-redis.ts'
import { queuePosted, queueRefuse, queueRemoved } from './queue-row.ts'
import { queueConfirm, queueUndo } from './queue-say.ts'
import { UsageError } from './usage-error.ts'

export const queue = withQueueOptions(new Command('queue'))
  .description('Show what goes out, or hand it over to a posting tool')
  .addOption(rootOption)
  .addOption(nowOption)
  .argument('[command]')
  .action(async (word: string | undefined, { format, out, redis, ...options }: QueueOptions) => {
    if (word !== undefined) throw new UsageError(unknownCommand(word, queue))
    const wish = { ...options, ...shared(options) }
    if (redis !== undefined) {
      if (format !== undefined || out !== undefined) throw new UsageError('Say either --redis or --format.')
      return handOverTo(redis, wish)
    }
    const dressed = look(process.stdout)
    if (format === undefined) {
      if (out !== undefined) throw new UsageError(`Say what the files are for: --format buffer --out ${out}`)
      const { runAgenda } = await import('../plugins/queue/run-agenda.ts')
      return console.log(runAgenda(wish, dressed))
    }
    if (out === undefined) throw new UsageError(`Say where the files go: --format ${format} --out DIR`)
    const { runExport } = await import('../plugins/queue/run-export.ts')
    console.log(runExport({ ...wish, format, out }, dressed))
  })

const told = [queueConfirm, queueUndo, queueRefuse, queueRemoved, queuePosted]
for (const each of [...told, queuePush, queueCheck, queueReprint, queueStatus, queueVerify])
  queue.addCommand(each)
