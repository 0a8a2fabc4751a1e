import { Command } from 'commander'
import { findPost } from './find-post.ts'
import { nowOption, rootOption, type SharedOptions, shared } from './options.ts'

export const suggest = new Command('suggest')
  .description('Draft snippets from a post itself, for the channels whose dimmers ask for them')
  .argument('<post>', 'slug or file of the post')
  .addOption(rootOption)
  .addOption(nowOption)
  .option('--write', "put them into the post's entry, behind what is there")
  .action(async (wanted: string, options: SharedOptions & { write?: boolean }) => {
    const { root, now } = shared(options)
    const { beginRun } = await import('../plugins/astro/run.ts')
    const { ContentFaults } = await import('../plugins/astro/content-faults.ts')
    const { suggestSnippets, writeSuggestions } = await import('../plugins/queue/suggest-snippets.ts')
    const { renderSuggestions } = await import('../src/snippets/add-snippets.ts')
    const { opened } = beginRun(root, now)
    const post = findPost(opened.calendar.posts, wanted)
    const suggestions = suggestSnippets(opened, post)
    if (suggestions.length === 0)
      return console.log(
        `Nothing to suggest for ${post.slug}: it has a snippet of each kind that the plan asks for, or no words for one.`,
      )
    console.log(renderSuggestions(suggestions).trimEnd())
    if (!options.write)
      return console.error(`\nNothing was written. Edit and keep what you like, or add --write.`)
    const refusal = writeSuggestions(root, now, post, suggestions)
    if (!refusal) return console.error(`\nThey are in ${post.file} now. Read them aloud before they go out.`)
    if ('faults' in refusal) throw new ContentFaults([...refusal.faults])
    console.error(`\n${refusal.problem}`)
    process.exitCode = 1
  })
