import { Command, InvalidArgumentError } from 'commander'
import { nearest } from '../src/calendar/nearest.ts'
import { isProblem } from '../src/calendar/problem.ts'
import { readDay } from '../src/calendar/time.ts'
import { look } from './look.ts'
import { nowOption, rootOption, type SharedOptions, shared } from './options.ts'
import { queueCheck } from './queue-check.ts'
import { queueReprint, queueStatus, queueVerify } from './queue-look.ts'
import { queuePush } from './queue-push.ts'
import { queueConfirm, queueRefuse, queueRemoved, queueUndo } from './queue-say.ts'
import { UsageError } from './usage-error.ts'

interface Options extends SharedOptions {
  from?: string
  until?: string
  channel?: string[]
  format?: string
  out?: string
  offline?: boolean
}

export const queue = new Command('queue')
  .description('Show what goes out, or hand it over to a posting tool')
  .addOption(rootOption)
  .addOption(nowOption)
  .option('--from <day>', 'first day (default: today)', day)
  .option('--until <day>', 'last day (default: 14 days with today)', day)
  .option('--channel <names...>', 'only these channels')
  .option('--format <format>', 'write files for a tool; `coldread formats` lists them')
  .option('--out <dir>', 'the folder for the files')
  .option('--offline', 'do not ask whether the upstream of the checkout is ahead')
  .argument('[command]')
  .action(async (word: string | undefined, { format, out, ...options }: Options) => {
    if (word !== undefined) throw new UsageError(unknownCommand(word))
    const wish = { ...options, ...shared(options) }
    const dressed = look(process.stdout)
    if (format === undefined) {
      const { runAgenda } = await import('../plugins/queue/run-agenda.ts')
      return console.log(runAgenda(wish, dressed))
    }
    if (out === undefined) throw new UsageError(`Say where the files go: --format ${format} --out DIR`)
    const { runExport } = await import('../plugins/queue/run-export.ts')
    console.log(runExport({ ...wish, format, out }, dressed))
  })

for (const each of [
  queueConfirm,
  queueUndo,
  queueRefuse,
  queueRemoved,
  queuePush,
  queueCheck,
  queueReprint,
  queueStatus,
  queueVerify,
])
  queue.addCommand(each)

function day(written: string): string {
  const read = readDay(written)
  if (isProblem(read)) throw new InvalidArgumentError(`${read.problem}: ${read.mend}`.replaceAll('`', ''))
  return read
}

function unknownCommand(word: string): string {
  const names = queue.commands.map((each) => each.name())
  const meant = nearest(word, names)
  return `There is no command queue ${word}. ${meant ? `Did you mean queue ${meant}?` : `There are ${names.join(', ')}.`}`
}
