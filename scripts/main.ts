import { Command, CommanderError } from 'commander'
import { accept } from './accept.ts'
import { begin } from './begin.ts'
import { build } from './build.ts'
import { calendar } from './calendar.ts'
import { dev } from './dev.ts'
import { explain } from './explain.ts'
import { formats } from './formats.ts'
import { indexNow } from './index-now.ts'
import { links } from './links.ts'
import { lint } from './lint.ts'
import { lsp } from './lsp.ts'
import { newPost } from './new.ts'
import { preview } from './preview.ts'
import { queue } from './queue.ts'
import { schemas } from './schemas.ts'
import { show } from './show.ts'
import { suggest } from './suggest.ts'
import { UsageError } from './usage-error.ts'

/** Runs one command. Resolves to the exit status: 0 fine, 1 findings or faults, 2 wrong use. */
export async function main(argv: readonly string[]): Promise<number> {
  const program = new Command('coldread')
    .description('A typed calendar of MDX posts becomes a blog for readers from search.')
    .configureHelp({ showGlobalOptions: true })
    .helpCommand(false)
  for (const command of [
    build,
    dev,
    preview,
    newPost,
    show,
    suggest,
    begin,
    links,
    lint,
    accept,
    explain,
    lsp,
    formats,
    queue,
    calendar,
    indexNow,
    schemas,
  ])
    program.addCommand(command)
  for (const command of [program, ...program.commands, ...queue.commands])
    command.exitOverride().showHelpAfterError('(--help lists what there is)')
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
    const { QueueRefusal } = await import('../plugins/queue/queue-refusal.ts')
    if (error instanceof SiteLeaks || error instanceof QueueRefusal) return say(error.message, 1)
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
