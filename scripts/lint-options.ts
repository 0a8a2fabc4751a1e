import { type Command, InvalidArgumentError, Option } from 'commander'
import { formats } from '../plugins/lint/reporters/formats.ts'
import { nowOption, rootOption } from './options.ts'

/** `--max-warnings NUMBER`: 0 is strict. */
export function maxWarningsOption(): Option {
  return new Option('--max-warnings <number>', 'how many warnings are let pass: 0 is strict').argParser(
    (written) => {
      if (!/^\d+$/.test(written)) throw new InvalidArgumentError('Write a number, as in --max-warnings 0.')
      return Number(written)
    },
  )
}

/** Adds everything that may be asked of the lint. */
export function withLintOptions(command: Command): Command {
  return command
    .argument('[paths...]', 'Markdown or MDX files, or folders; without any, the content')
    .addOption(rootOption)
    .addOption(nowOption)
    .addOption(new Option('--format <format>', 'how it is written down').choices(formats).default('pretty'))
    .addOption(maxWarningsOption())
    .option('--since <ref>', 'only paragraphs that were touched since a commit of git')
    .option('--every', 'list every finding, not the first of each rule and file')
    .option('--quiet', 'leave suggestions out')
    .option('--watch', 'lint again after each save')
    .option('--fix', 'mend what can be mended safely')
    .option('--dry-run', 'show what --fix would change, and write nothing')
    .option('--no-baseline', 'old findings too')
    .option('--write-baseline', 'live with all findings that there are now')
    .option('--prune-baseline', 'forget old findings that are mended')
    .option('--no-cache', 'remember nothing from run to run')
}
