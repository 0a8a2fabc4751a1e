import { pathToFileURL } from 'node:url'
import { Command } from 'commander'
import { nowOption, rootOption, type SharedOptions } from './options.ts'

export const lsp = new Command('lsp')
  .description('Lint in an editor, which starts this by itself and talks to it')
  .addOption(rootOption)
  .addOption(nowOption)
  .option('--stdio', 'talk over standard input and output; there is no other way')
  .action(async ({ root, now }: SharedOptions, command: Command) => {
    const { createConnection, ProposedFeatures } = await import('vscode-languageserver/node')
    const { serve } = await import('../plugins/editor/server.ts')
    const isGiven = command.getOptionValueSource('root') === 'cli'
    // Standard output belongs to the protocol.
    console.log = console.error
    serve(
      createConnection(ProposedFeatures.all, process.stdin, process.stdout),
      isGiven ? pathToFileURL(root).href : undefined,
      () => now || Temporal.Now.instant().toString(),
    )
    await new Promise(() => {})
  })
