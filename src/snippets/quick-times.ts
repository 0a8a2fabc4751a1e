import type { Read } from '../calendar/problem.ts'
import { addDays, type Fold, type Moment, toMoment } from '../calendar/time.ts'

/** `addDays` and `toMoment`, for very many times that fall on the same days. */
export interface QuickTimes {
  addDays(day: string, days: number): string
  toMoment(day: string, time: string, zone: string, fold?: Fold): Read<Moment>
}

/** A day on which a zone's clocks do not change: minutes that they are ahead of UTC, and its neighbors. */
interface SteadyDay {
  offset: number
  before: string
  after: string
}

/** Remembers what days are like: within a day without a change of clocks, times are sums. */
export function quickTimes(): QuickTimes {
  const days = new Map<string, SteadyDay | undefined>()
  const sums = new Map<string, string>()
  return {
    addDays: (day, amount) => sums.getOrInsertComputed(`${day}+${amount}`, () => addDays(day, amount)),
    toMoment(day, time, zone, fold) {
      const steady = days.getOrInsertComputed(`${day} ${zone}`, () => steadyDay(day, zone))
      if (!steady) return toMoment(day, time, zone, fold)
      const minutes = Number(time.slice(0, 2)) * 60 + Number(time.slice(3)) - steady.offset
      const utcDay = minutes < 0 ? steady.before : minutes < dayLength ? day : steady.after
      const rest = (minutes + dayLength) % dayLength
      return {
        local: `${day}T${time}`,
        zone,
        instant: `${utcDay}T${two(Math.floor(rest / 60))}:${two(rest % 60)}:00Z`,
      }
    },
  }
}

const dayLength = 24 * 60

function steadyDay(day: string, zone: string): SteadyDay | undefined {
  const begin = Temporal.PlainDateTime.from(`${day}T00:00`).toZonedDateTime(zone, {
    disambiguation: 'earlier',
  })
  const end = begin.add({ hours: 24 })
  const offset = begin.offsetNanoseconds / 60e9
  const change = begin.getTimeZoneTransition('next')
  const isSteady =
    begin.toPlainDateTime().toString() === `${day}T00:00:00` &&
    !begin.subtract({ hours: 1 }).getTimeZoneTransition('next')?.equals(begin) &&
    (change === null || Temporal.ZonedDateTime.compare(change, end) > 0)
  return isSteady && Number.isInteger(offset)
    ? { offset, before: addDays(day, -1), after: addDays(day, 1) }
    : undefined
}

function two(number: number): string {
  return number < 10 ? `0${number}` : String(number)
}
