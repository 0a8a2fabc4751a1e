import { relative } from 'node:path'
import { Command, Option } from 'commander'
import { purposes } from '../src/calendar/vocabulary.ts'
import type { NewPost } from '../src/calendar/write-post.ts'
import { nowOption, rootOption, type SharedOptions, shared } from './options.ts'

export const newPost = new Command('new')
  .description('Begin a post: a draft with its entry filled in')
  .argument('[title]', 'the question that the post answers')
  .addOption(rootOption)
  .addOption(nowOption)
  .option('--query <words>', 'the search that it answers (default: the title)')
  .addOption(new Option('--purpose <purpose>', 'what it is for').choices(purposes))
  .option('--topic <id>', "one of the plan's topics")
  .option('--planned <day>', 'a soft day for the board')
  .action(async (title: string | undefined, options: SharedOptions & NewPost) => {
    const { root, now } = shared(options)
    const { beginPost } = await import('./begin-post.ts')
    const path = await beginPost(root, now, { ...options, title: title?.trim() ?? '' })
    console.log(`${relative(process.cwd(), path)} is there, as a draft.\nSee it while you write: npm run dev`)
  })
