import { Command } from 'commander'
import type { Accepted } from '../plugins/lint/accept/accept.ts'
import { nowOption, rootOption, type SharedOptions, shared } from './options.ts'
import { UsageError } from './usage-error.ts'

export const accept = new Command('accept')
  .description('Add a word to the glossary: one that readers know, or one that is explained to them')
  .argument('<word>', 'the word or phrase, as it is written')
  .option('--because <reason>', 'why readers know it')
  .option('--meaning <sentence>', 'what it means, so that it is explained to them')
  .addOption(rootOption)
  .addOption(nowOption)
  .action(async (word: string, options: SharedOptions & Omit<Accepted, 'word'>) => {
    const { root, now } = shared(options)
    const { acceptInContent } = await import('../plugins/lint/accept/accept-in-content.ts')
    const { ContentFaults } = await import('../plugins/astro/content-faults.ts')
    const { glossaryFile } = await import('../src/calendar/sources.ts')
    const accepted = acceptInContent(root, now, { word, ...options })
    if ('faults' in accepted) throw new ContentFaults(accepted.faults)
    if ('problem' in accepted) throw new UsageError(accepted.problem)
    const { entry, line } = accepted
    const is = { acronym: 'an acronym', public: 'a public name', term: 'a term', internal: 'internal' }
    console.log(`\`${entry.term}\` is in ${glossaryFile} now (line ${line}), as ${is[entry.kind]}.`)
  })
