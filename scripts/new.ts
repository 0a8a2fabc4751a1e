import { join, relative } from 'node:path'
import { Command, Option } from 'commander'
import type { NewPost } from '../src/calendar/new-post.ts'
import { purposes } from '../src/calendar/vocabulary.ts'
import { nowOption, rootOption, type SharedOptions, shared } from './options.ts'
import { UsageError } from './usage-error.ts'

const example = 'npm run new -- "How often should a small shop post?"'

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
    const { beginRun } = await import('../plugins/astro/run.ts')
    const { ContentFaults } = await import('../plugins/astro/content-faults.ts')
    const { placePost } = await import('../src/calendar/new-post.ts')
    const { writeWhole } = await import('../src/write-whole.ts')
    const { calendar, sources } = beginRun(root, now).opened
    const given = { ...options, title: title?.trim() ?? '' }
    if (!given.title && !process.stdin.isTTY) throw new UsageError(`Give the post a title: ${example}`)
    const { askForPost } = await import('./ask.ts')
    const entry = process.stdin.isTTY ? await askForPost(given, calendar.plan) : given
    if (!/[\p{L}\p{N}]/u.test(entry.title))
      throw new UsageError(`A post needs a title with letters or digits: ${example}`)
    const placed = placePost(sources, now, entry)
    if ('faults' in placed) throw new ContentFaults(placed.faults)
    if ('taken' in placed) throw new UsageError(`${placed.taken} is there already. Nothing was changed.`)
    const path = join(root, placed.file)
    writeWhole(path, placed.text, { isNew: true })
    console.log(`${relative(process.cwd(), path)} is there, as a draft.\nSee it while you write: npm run dev`)
  })
