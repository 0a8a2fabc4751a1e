import { Command } from 'commander'
import { nowOption, rootOption, type SharedOptions, shared } from './options.ts'
import { sayLeftOut } from './say-left-out.ts'
import { UsageError } from './usage-error.ts'

export const importHeard = new Command('import')
  .description('Bring what was heard into the inbox: search console exports, tables, feeds, questions')
  .argument('[file...]', 'files; `-`, or none, reads what is piped in')
  .option('--as <kind>', 'what the files are, where they do not show it: a kind, or a table of the plan')
  .option('--on <place>', 'where it was heard: a channel, or a name of your choice')
  .addOption(rootOption)
  .addOption(nowOption)
  .action(async (files: string[], options: SharedOptions & { as?: string; on?: string }) => {
    const wish = { ...options, ...shared(options) }
    const { importKinds, runImport } = await import('../plugins/inbox/run-import.ts')
    const { readImported, readPiped } = await import('../plugins/inbox/read-files.ts')
    const kinds = importKinds(wish.root, wish.now)
    if (wish.as !== undefined && !kinds.includes(wish.as)) {
      const { nearest } = await import('../src/calendar/nearest.ts')
      const meant = nearest(wish.as, kinds)
      const advice = meant ? `Did you mean ${meant}?` : `There are ${kinds.join(', ')}.`
      throw new UsageError(`There is no kind ${wish.as}. ${advice}`)
    }
    if (files.length === 0 && process.stdin.isTTY)
      throw new UsageError('Name the files, or pipe questions in, one a line.')
    const read = []
    for (const file of files.length === 0 ? ['-'] : files)
      read.push(file === '-' ? await readPiped(process.stdin) : readImported(file))
    const done = await runImport(read, wish)
    if ('problem' in done) throw new UsageError(done.problem)
    const { said, faults, isCut } = done
    if (said.length > 0) console.log(said.join('\n'))
    await sayLeftOut(faults, isCut)
  })
