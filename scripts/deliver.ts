import { Command } from 'commander'
import { redisOption, secondsOption, siteOption } from './deliver-options.ts'
import { deliverResolve } from './deliver-resolve.ts'

interface Options {
  redis: string | true
  site?: string
  channel?: string[]
  health?: string
  patience: number
  late: number
  pace: number
  takeOver: number
  grace: number
}

export const deliver = new Command('deliver')
  .description('Post what was handed over to Redis, each at its time; as many workers as you like share it')
  .addOption(redisOption())
  .addOption(siteOption())
  .option('--channel <names...>', 'only these channels')
  .option('--health <[host:]port>', 'tell how it is at /health and /metrics there')
  .addOption(secondsOption('--patience <seconds>', 'what a network may take to answer', 30))
  .addOption(secondsOption('--late <seconds>', 'how long after its time a post is still sent', 24 * 3600))
  .addOption(secondsOption('--pace <seconds>', 'the first wait after a failure; later ones double', 2))
  .addOption(secondsOption('--take-over <seconds>', 'when others take over from a worker that ended', 30))
  .addOption(secondsOption('--grace <seconds>', 'what it may take to end when it is told to', 20))
  .action(async ({ patience, late, pace, takeOver, grace, ...options }: Options) => {
    const { runDeliver } = await import('../plugins/delivery/run-deliver.ts')
    const ending = new AbortController()
    for (const signal of ['SIGTERM', 'SIGINT']) process.on(signal, () => ending.abort())
    // Nobody reads its log any more, as behind `| head`.
    process.stdout.on('error', () => ending.abort())
    const limits = { patience, late, pace, tries: 12, lockedOut: 30 * pace }
    const say = (line: string) => void process.stdout.write(line)
    await runDeliver({ ...options, limits, lock: takeOver, grace }, process.env, say, ending.signal)
    process.exit() // Where Redis is away, connections would go on trying for ever.
  })

deliver.addCommand(deliverResolve)
