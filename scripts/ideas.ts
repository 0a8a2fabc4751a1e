import { Command } from 'commander'
import { look } from './look.ts'
import { nowOption, rootOption, type SharedOptions, shared } from './options.ts'
import { sayLeftOut } from './say-left-out.ts'
import { UsageError } from './usage-error.ts'

export const ideas = new Command('ideas')
  .description('Say what to write, update, merge, answer or pass on next, from what was heard, and why')
  .option('--top <number>', 'how many are shown', '10')
  .addOption(rootOption)
  .addOption(nowOption)
  .action(async (options: SharedOptions & { top: string }) => {
    const top = Number(options.top)
    if (!Number.isInteger(top) || top < 1) throw new UsageError('Write a number from 1 up, as in --top 20.')
    const { root, now } = shared(options)
    const { beginRun } = await import('../plugins/astro/run.ts')
    const { readInbox } = await import('../plugins/inbox/read-inbox.ts')
    const { findIdeas } = await import('../src/inbox/find-ideas.ts')
    const { renderIdeas } = await import('../src/inbox/render-ideas.ts')
    const { calendar } = beginRun(root, now).opened
    const { inbox, faults } = readInbox(root, calendar.plan.zone)
    console.log(renderIdeas(findIdeas(inbox, calendar), top, look(process.stdout)))
    await sayLeftOut(faults)
  })
