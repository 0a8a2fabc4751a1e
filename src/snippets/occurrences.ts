import type { Span } from '../calendar/amount.ts'
import { isProblem, type Read } from '../calendar/problem.ts'
import type { WrittenSnippet } from '../calendar/snippet.ts'
import { dayOf, type Moment, toMoment } from '../calendar/time.ts'

/** One time that something goes out. */
export interface Occurrence {
  /** From 1. */
  number: number
  at: Read<Moment>
}

/** Something that repeats without end is planned so many times at most; a queue looks no further. */
const most = 500

/**
 * The times of something that may go out again: each is counted from the first, by the calendar, so that the last of
 * January plus one month is the last of February, and plus two months the last of March.
 * @param last the last day to look at
 */
export function occurrencesOf(
  first: Moment,
  repeat: WrittenSnippet['repeat'],
  until: string | undefined,
  last: string,
  fold?: 'earlier' | 'later',
): Occurrence[] {
  const end = [repeat?.until, until, last].filter((day) => day !== undefined).sort()[0] as string
  const occurrences: Occurrence[] = [{ number: 1, at: first }]
  if (!repeat) return occurrences
  const start = Temporal.PlainDateTime.from(first.local)
  for (let number = 2; number <= (repeat.max ?? most) && number <= most; number++) {
    const plain = start.add(times(repeat.every, number - 1))
    const day = plain.toPlainDate().toString()
    if (day > end) break
    const at = toMoment(day, plain.toPlainTime().toString({ smallestUnit: 'minute' }), first.zone, fold)
    occurrences.push({ number, at })
  }
  return occurrences.filter(({ number, at }) => number === 1 || isProblem(at) || dayOf(at) <= end)
}

function times(span: Span, count: number): Span {
  return Object.fromEntries(Object.entries(span).map(([unit, amount]) => [unit, amount * count]))
}
