import { isProblem } from './problem.ts'
import { type Moment, readWallClock } from './time.ts'

/** What an entry says of its time: the group of fields that it stands in, as text. */
export type WrittenTime = Readonly<Record<string, unknown>>

/** The time of day that was written, if one was. */
export function timeWritten(written: unknown): string | undefined {
  const read = readWallClock(String(written ?? ''))
  return isProblem(read) ? undefined : read.time
}

/** A wall clock as text, with the sign between day and time that was written before. */
export function clockLike(written: unknown, day: string, time: string | undefined): string {
  return time === undefined ? day : `${day}${/\dT/.test(String(written)) ? 'T' : ' '}${time}`
}

/** A moment as its writer would write it. */
export function clockText({ local }: Moment): string {
  return local.replace('T', ' ')
}
