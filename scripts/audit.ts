import { Command, Option } from 'commander'
import { auditFormats } from '../src/audit/formats.ts'
import { look } from './look.ts'
import { nowOption } from './options.ts'
import { countOnTerminal } from './progress.ts'
import { UsageError } from './usage-error.ts'

interface Options {
  now?: string
  format?: (typeof auditFormats)[number]
  out?: string
}

export const audit = new Command('audit')
  .description('Say what strangers stumble over on a blog of any program; nothing of it is changed')
  .argument(
    '<path>',
    'a folder of Markdown or MDX (Astro, Hugo, Jekyll, Docusaurus, Eleventy, plain), or one file',
  )
  .addOption(new Option('--format <format>', 'how it is written down').choices(auditFormats))
  .option('--out <file>', 'write it there; the ending says the format')
  .addOption(nowOption)
  .action(async (path: string, { now, format, out }: Options) => {
    const { auditPath } = await import('../plugins/audit/audit-path.ts')
    const { WrongUse } = await import('../plugins/lint/run/wrong-use.ts')
    const onProgress = countOnTerminal('files')
    try {
      const { output, note, faults } = await auditPath(
        { path, cwd: process.cwd(), now, format, out, onProgress },
        look(process.stdout),
      )
      if (output !== undefined) console.log(output)
      for (const fault of faults) console.error(fault)
      if (note !== undefined) console.error(note)
      if (faults.length > 0) process.exitCode = 1
    } catch (error) {
      throw error instanceof WrongUse ? new UsageError(error.message) : error
    }
  })
