import { Command, InvalidArgumentError } from 'commander'
import { type SharedOptions, shared } from './options.ts'
import { UsageError } from './usage-error.ts'

interface Options extends SharedOptions {
  send?: boolean
  perHour: number
  until?: string
  channel?: string[]
  offline?: boolean
}

export const queuePush = new Command('push')
  .description(
    'Send what is new to a server, change and delete there what was sent; first it says what it would do',
  )
  .argument('<server>', 'postiz')
  .option('--send', 'do it')
  .option('--per-hour <number>', 'requests that may be made within an hour', requests, 30)
  .action(async (server: string, _, command: Command) => {
    if (server !== 'postiz') throw new UsageError(`Nothing is known of ${server}. There is postiz.`)
    const options = command.optsWithGlobals<Options>()
    const { runPush } = await import('../plugins/queue/run-push.ts')
    const { said, isWhole } = await runPush({ ...options, ...shared(options) }, process.env)
    console.log(said)
    if (!isWhole) process.exitCode = 1
  })

function requests(written: string): number {
  const number = Number(written)
  if (Number.isInteger(number) && number >= 3) return number
  throw new InvalidArgumentError('Write a whole number from 3 on.')
}
