import { Command } from 'commander'
import { nowOption, rootOption, type SharedOptions, shared } from './options.ts'
import { sayLeftOut } from './say-left-out.ts'
import { UsageError } from './usage-error.ts'

export const answered = new Command('answered')
  .description('Say that people got their answer; without an entry, show how soon they get it and who waits')
  .argument('[entry...]', 'ids of entries, or their beginnings')
  .option('--with <post>', 'the post that was sent: its slug or file')
  .option('--at <time>', 'when, where it was not now')
  .addOption(rootOption)
  .addOption(nowOption)
  .action(async (ids: string[], options: SharedOptions & { with?: string; at?: string }) => {
    const { root, now } = shared(options)
    if (ids.length === 0) {
      const { openPlan } = await import('../plugins/inbox/open-plan.ts')
      const { readInbox } = await import('../plugins/inbox/read-inbox.ts')
      const { renderAnswers } = await import('../src/inbox/render-answers.ts')
      const { inbox, faults } = readInbox(root, openPlan(root, now).plan.zone)
      console.log(renderAnswers(inbox))
      return sayLeftOut(faults)
    }
    const { with: wanted, ...rest } = options
    const { runAnswered } = await import('../plugins/inbox/run-answered.ts')
    const slug = wanted === undefined ? {} : { with: await slugOf(wanted, root, now) }
    const done = runAnswered(ids, { ...rest, ...slug, root, now })
    if ('problem' in done) throw new UsageError(done.problem)
    console.log(done.said)
  })

async function slugOf(wanted: string, root: string, now: string): Promise<string> {
  const { beginRun } = await import('../plugins/astro/run.ts')
  const { findPost } = await import('./find-post.ts')
  return findPost(beginRun(root, now).opened.calendar.posts, wanted).slug
}
