import { type Command, InvalidArgumentError } from 'commander'
import { nearest } from '../src/calendar/nearest.ts'
import { isProblem } from '../src/calendar/problem.ts'
import { readDay } from '../src/calendar/time.ts'
import type { SharedOptions } from './options.ts'

/** What may be asked of the queue. */
export interface QueueOptions extends SharedOptions {
  from?: string
  until?: string
  channel?: string[]
  format?: string
  out?: string
  redis?: string | true
  offline?: boolean
  rehearsal?: boolean
}

/** Adds all of it. */
export function withQueueOptions(command: Command): Command {
  return command
    .option('--from <day>', 'first day (default: today)', day)
    .option('--until <day>', 'last day (default: 14 days with today)', day)
    .option('--channel <names...>', 'only these channels')
    .option('--format <format>', 'write files for a tool; `coldread formats` lists them')
    .option('--out <dir>', 'the folder for the files')
    .option('--redis [address]', 'hand it over to workers instead; without an address: COLDREAD_REDIS_URL')
    .option('--offline', 'do not ask the upstream of the checkout whether something was handed over there')
    .option('--rehearsal', 'let --now be any time, in a copy of the site that nothing is posted from')
}

/** What to say of a word that is no command of the queue. */
export function unknownCommand(word: string, { commands }: Command): string {
  const names = commands.map((each) => each.name())
  const meant = nearest(word, names)
  return `There is no command queue ${word}. ${meant ? `Did you mean queue ${meant}?` : `There are ${names.join(', ')}.`}`
}

function day(written: string): string {
  const read = readDay(written)
  if (isProblem(read)) throw new InvalidArgumentError(`${read.problem}: ${read.mend}`.replaceAll('`', ''))
  return read
}
