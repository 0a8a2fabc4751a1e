import { Command } from 'commander'
import { findPost } from './find-post.ts'
import { nowOption, rootOption, type SharedOptions, shared } from './options.ts'

export const show = new Command('show')
  .description('Print a post as the calendar sees it, with what was derived and from where')
  .argument('<post>', 'slug or file of the post')
  .addOption(rootOption)
  .addOption(nowOption)
  .action(async (wanted: string, options: SharedOptions) => {
    const { root, now } = shared(options)
    const { beginRun } = await import('../plugins/astro/run.ts')
    const { renderPost } = await import('../src/calendar/render-post.ts')
    console.log(renderPost(findPost(beginRun(root, now).opened.calendar.posts, wanted)))
  })
