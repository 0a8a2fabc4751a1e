import { Command, CommanderError } from 'commander'
import { UsageError } from './usage-error.ts'

/** Commands by name, in the order of the help. Only the one that is asked for is loaded: the rest takes longer than a small file. */
const commands = new Map<string, () => Promise<Command>>([
  ['build', async () => (await import('./build.ts')).build],
  ['dev', async () => (await import('./dev.ts')).dev],
  ['board', async () => (await import('./board.ts')).board],
  ['preview', async () => (await import('./preview.ts')).preview],
  ['new', async () => (await import('./new.ts')).newPost],
  ['show', async () => (await import('./show.ts')).show],
  ['move', async () => (await import('./move.ts')).move],
  ['approve', async () => (await import('./approve.ts')).approve],
  ['suggest', async () => (await import('./suggest.ts')).suggest],
  ['adopt', async () => (await import('./adopt.ts')).adopt],
  ['create', async () => (await import('./create.ts')).create],
  ['init', async () => (await import('./init.ts')).init],
  ['begin', async () => (await import('./begin.ts')).begin],
  ['links', async () => (await import('./links.ts')).links],
  ['lint', async () => (await import('./lint.ts')).lint],
  ['audit', async () => (await import('./audit.ts')).audit],
  ['accept', async () => (await import('./accept.ts')).accept],
  ['explain', async () => (await import('./explain.ts')).explain],
  ['lsp', async () => (await import('./lsp.ts')).lsp],
  ['formats', async () => (await import('./formats.ts')).formats],
  ['queue', async () => (await import('./queue.ts')).queue],
  ['deliver', async () => (await import('./deliver.ts')).deliver],
  ['calendar', async () => (await import('./calendar.ts')).calendar],
  ['import', async () => (await import('./import.ts')).importHeard],
  ['heard', async () => (await import('./heard.ts')).heard],
  ['ideas', async () => (await import('./ideas.ts')).ideas],
  ['answered', async () => (await import('./answered.ts')).answered],
  ['index-now', async () => (await import('./index-now.ts')).indexNow],
  ['schemas', async () => (await import('./schemas.ts')).schemas],
])

/** Why the system refuses a file, whatever is done to it, in words. */
const refusals = new Map([
  ['EACCES', 'no permission'],
  ['EPERM', 'no permission'],
  ['EROFS', 'nothing can be written there'],
  ['ENOSPC', 'the disk is full'],
])

/** Runs one command. Resolves to the exit status: 0 fine, 1 findings or faults, 2 wrong use. */
export async function main(argv: readonly string[]): Promise<number> {
  const program = new Command('coldread')
    .description('A typed calendar of MDX posts becomes a blog for readers from search.')
    .helpCommand(false)
  const asked = commands.get(argv[2] ?? '')
  for (const load of asked ? [asked] : commands.values()) program.addCommand(await load())
  for (const command of [
    program,
    ...program.commands,
    ...program.commands.flatMap(({ commands }) => commands),
  ])
    command
      .configureHelp({ showGlobalOptions: true })
      .exitOverride()
      .showHelpAfterError('(--help lists what there is)')
  try {
    await program.parseAsync(argv)
    return Number(process.exitCode ?? 0)
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2
    if (error instanceof UsageError) return say(error.message, 2)
    const { ContentFaults } = await import('../plugins/astro/content-faults.ts')
    const { SiteLeaks } = await import('../plugins/astro/site-leaks.ts')
    if (error instanceof ContentFaults && error.faults.every(({ file }) => file === '--now'))
      return say(error.message, 2)
    if (error instanceof ContentFaults) return say(`${error.message}\n\n${countOf(error.faults)}`, 1)
    const { OwnFailure } = await import('../plugins/astro/own-failure.ts')
    if (error instanceof OwnFailure) return say(error.message, 1)
    const { QueueRefusal } = await import('../plugins/queue/queue-refusal.ts')
    if (error instanceof QueueRefusal) return say(error.message, error.status)
    const { EditRefusal } = await import('../plugins/editing/edit-refusal.ts')
    if (error instanceof EditRefusal) return say(error.message, error.status)
    if (error instanceof SiteLeaks) return say(error.message, 1)
    const { code = '', path } = error as NodeJS.ErrnoException
    if (path !== undefined && refusals.has(code)) return say(`${path}: ${refusals.get(code)}.`, 1)
    throw error
  }
}

function say(message: string, status: number): number {
  console.error(message)
  return status
}

function countOf(faults: readonly { file: string }[]): string {
  const files = new Set(faults.map(({ file }) => file)).size
  const what = faults.length === 1 ? '1 fault' : `${faults.length} faults`
  return `${what} in ${files === 1 ? '1 file' : `${files} files`}. Nothing was written.`
}
