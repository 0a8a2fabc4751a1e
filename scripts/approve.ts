import { Command } from 'commander'
import { findPost } from './find-post.ts'
import { nowOption, rootOption, type SharedOptions, shared } from './options.ts'

export const approve = new Command('approve')
  .description('Note who approved posts as they are now; a later change of their text makes it void')
  .argument('<posts...>', 'slugs or files of posts')
  .option('--by <id>', 'who approves, from authors.yaml (default: whoever git knows)')
  .addOption(rootOption)
  .addOption(nowOption)
  .action(async (wanted: string[], options: SharedOptions & { by?: string }) => {
    const { root, now } = shared(options)
    const { openDesk } = await import('../plugins/editing/desk.ts')
    const { approveInContent, approver } = await import('../plugins/editing/approve-in-content.ts')
    const desk = openDesk(root, now)
    const posts = new Set(wanted.map((name) => findPost(desk.calendar.posts, name)))
    const by = approver(desk, options.by)
    for (const post of posts) {
      const approved = approveInContent(desk, post, by)
      const said = {
        new: 'approved',
        again: 'approved as it is already,',
        'after a change': 'approved anew',
      }
      console.log(`${post.slug}: ${said[approved.how]} by ${approved.by}`)
    }
  })
