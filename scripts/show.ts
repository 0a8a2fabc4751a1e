import { Command } from 'commander'
import { nowOption, rootOption, type SharedOptions, shared } from './options.ts'
import { UsageError } from './usage-error.ts'

export const show = new Command('show')
  .description('Print a post as the calendar sees it, with what was derived and from where')
  .argument('<post>', 'slug or file of the post')
  .addOption(rootOption)
  .addOption(nowOption)
  .action(async (wanted: string, options: SharedOptions) => {
    const { root, now } = shared(options)
    const { beginRun } = await import('../plugins/astro/run.ts')
    const { renderPost } = await import('../src/calendar/render-post.ts')
    const { nearest } = await import('../src/calendar/nearest.ts')
    const { posts } = beginRun(root, now).opened.calendar
    const name = wanted.replace(/^\.\//, '')
    const post = posts.find(
      ({ slug, file }) => slug === name || file === name || file === `content/posts/${name}`,
    )
    if (!post) {
      const meant = nearest(
        name,
        posts.map(({ slug }) => slug),
      )
      throw new UsageError(`There is no post ${wanted}.${meant ? ` Did you mean ${meant}?` : ''}`)
    }
    console.log(renderPost(post))
  })
