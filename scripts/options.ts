import { statSync } from 'node:fs'
import { resolve } from 'node:path'
import { Option } from 'commander'
import { isProblem } from '../src/calendar/problem.ts'
import { readNow } from '../src/calendar/time.ts'
import { UsageError } from './usage-error.ts'

/** `--root DIR`: where `content/` is. */
export const rootOption = new Option('--root <dir>', 'the folder that holds content/')
  .default('.')
  .argParser((written) => {
    if (!statSync(written, { throwIfNoEntry: false })?.isDirectory())
      throw new UsageError(`There is no folder ${written}.`)
    return resolve(written)
  })

/** `--now TIME`: the time that the calendar is read at. */
export const nowOption = new Option(
  '--now <time>',
  "read the calendar as at this time in the plan's zone, as in 2027-01-15T09:00",
)
  .env('COLDREAD_NOW')
  .argParser((written) => {
    if (written === '') return undefined
    const read = readNow(written, 'UTC')
    if (isProblem(read))
      throw new UsageError(`--now: ${read.problem.replaceAll('`', '')}. ${read.mend.replaceAll('`', '')}.`)
    return written
  })

/** `--port NUMBER`: where a server listens. */
export function portOption(): Option {
  return new Option('--port <number>', 'the port to listen on').default(4321).argParser((written) => {
    const port = Number(written)
    if (Number.isInteger(port) && port > 0 && port < 65_536) return port
    throw new UsageError(`--port: ${written} is no port. Write a number from 1 to 65535.`)
  })
}

/** What the shared options come to. */
export interface SharedOptions {
  root: string
  now?: string
}

/** The folder and the time that a command works with. */
export function shared({ root, now }: SharedOptions): { root: string; now: string } {
  return { root: resolve(root), now: now || Temporal.Now.instant().toString() }
}
