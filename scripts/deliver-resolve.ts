import { Argument, Command } from 'commander'
import { redisOption, siteOption } from './deliver-options.ts'

export const deliverResolve = new Command('resolve')
  .description('Say what became of a post that was set aside, once you looked at the network')
  .argument('<channel>', 'its channel')
  .argument('<job>', 'its name in Redis, as `queue --redis` says it')
  .addArgument(new Argument('<verdict>', 'it is there, or it is to be sent').choices(['arrived', 'send']))
  .addOption(redisOption())
  .addOption(siteOption())
  .action(async (channel: string, job: string, verdict: 'arrived' | 'send', _, command: Command) => {
    const options = command.optsWithGlobals<{ redis: string | true; site?: string }>()
    const { resolveDoubt } = await import('../plugins/delivery/resolve.ts')
    console.log(await resolveDoubt({ ...options, channel, job, verdict }, process.env))
  })
