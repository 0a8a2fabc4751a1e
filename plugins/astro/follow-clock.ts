import { nextTurn } from '../../src/calendar/next-turn.ts'
import { currentRun, readClock, reopenContent } from './run.ts'

/** How often the clock is looked at, in milliseconds. A timer for the very time would oversleep with the machine. */
const clockTick = 10_000

let ticking: NodeJS.Timeout | undefined

/** Opens the content anew whenever a day begins or a post goes live, where no time was given. One at a time. */
export function followClock(): void {
  clearInterval(ticking)
  let seen = readClock()
  ticking = setInterval(() => {
    const { now, opened } = currentRun()
    const at = readClock()
    if (now === undefined && nextTurn(opened.calendar, seen) <= at) reopenContent()
    seen = at
  }, clockTick)
  ticking.unref()
}
