import { daysFrom } from '../calendar/time.ts'
import type { Entry, Inbox } from './inbox.ts'

/** How soon people got their answers somewhere. */
export interface AnswerTimes {
  answered: number
  /** Questions that wait, oldest first. */
  open: readonly Entry[]
  /** Minutes, half of the answers took no longer; undefined where nothing was answered. */
  median?: number
}

/** How soon people get answers: in all, and by where they asked, most questions first. Searches ask nobody. */
export function answersOf({ entries }: Inbox): AnswerTimes & { places: (AnswerTimes & { on: string })[] } {
  const asked = entries.filter(({ kind, answer }) => kind === 'question' || answer)
  const places = [...Map.groupBy(asked, ({ on }) => on)]
    .map(([on, own]) => ({ on, ...timesOf(own), all: own.length }))
    .sort((a, b) => b.all - a.all || (a.on < b.on ? -1 : 1))
    .map(({ all: _, ...times }) => times)
  return { ...timesOf(asked), places }
}

function timesOf(entries: readonly Entry[]): AnswerTimes {
  const times = entries.flatMap((entry) => minutesToAnswer(entry) ?? []).sort((a, b) => a - b)
  const middle = times.length >> 1
  const [low = 0, high = 0] = [times[times.length % 2 === 0 ? middle - 1 : middle], times[middle]]
  return {
    answered: times.length,
    open: entries.filter(({ answer }) => !answer).toReversed(),
    ...(times.length > 0 && { median: (low + high) / 2 }),
  }
}

/** From a question to its answer; whole days where the time of either is not known, and never less than none. */
function minutesToAnswer({ at, day, answer }: Entry): number | undefined {
  if (!answer) return undefined
  if (at.length === 10 || answer.at.length === 10) return Math.max(0, daysFrom(day, answer.day)) * 24 * 60
  const minutes = Temporal.Instant.from(at).until(answer.at).total('minutes')
  return Math.max(0, Math.round(minutes))
}

/** `45 minutes`, `3 hours`, `2 days`: as much as matters. */
export function durationText(minutes: number): string {
  const [size, unit] =
    minutes < 90
      ? [Math.round(minutes), 'minute']
      : minutes < 36 * 60 && minutes !== 24 * 60
        ? [Math.round(minutes / 60), 'hour']
        : [Math.round(minutes / 60 / 24), 'day']
  return size === 0 ? 'the same day' : `${size} ${unit}${size === 1 ? '' : 's'}`
}
