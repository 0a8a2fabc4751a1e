import { isProblem, type Read } from './problem.ts'
import { readTime } from './time.ts'

const units = {
  minutes: ['m', 'min', 'minute', 'minutes'],
  hours: ['h', 'hour', 'hours'],
  days: ['d', 'day', 'days'],
  weeks: ['w', 'week', 'weeks'],
  months: ['month', 'months'],
  years: ['y', 'year', 'years'],
} as const
type Unit = keyof typeof units

/** An amount of calendar time, `{ months: 12 }`; adding it to a day follows the calendar, never fixed hours. */
export type Span = Partial<Record<Unit, number>>

/** Reads `60m`, `2 hours`, `3d`, `2 weeks`, `12 months`, `1 year`; from 1 to 999 of a unit. */
export function readSpan(text: string): Read<Span> {
  const [, amount, word = ''] = /^([1-9]\d{0,2})\s*([a-z]+)$/.exec(text.trim()) ?? []
  const unit = (Object.keys(units) as Unit[]).find((name) =>
    (units[name] as readonly string[]).includes(word),
  )
  if (amount && unit) return { [unit]: Number(amount) }
  return {
    problem: `\`${text}\` is no length of time`,
    mend: 'write a number from 1 to 999 and a unit, as in `60m`, `2h`, `3d`, `2 weeks`, `12 months`',
  }
}

/** Reads effort, `30m`, `1h`, `1.5h`, as minutes. */
export function readEffort(text: string): Read<number> {
  const [, amount, unit] = /^(\d{1,4}(?:\.\d{1,2})?)\s*(h|m)$/.exec(text.trim()) ?? []
  if (amount) return Math.round(Number(amount) * (unit === 'h' ? 60 : 1))
  return { problem: `\`${text}\` is no effort`, mend: 'write hours or minutes, as in `3h`, `1.5h`, `30m`' }
}

/** Minutes of effort as a person writes them: `3h`, `1.5h`, `30m`. */
export function effortText(minutes: number): string {
  return minutes % 30 === 0 && minutes >= 60 ? `${minutes / 60}h` : `${minutes}m`
}

const periods = { day: 1, week: 7, month: 30 } as const

/** How often: so many times in so many days; a month counts as 30. */
export interface Rate {
  times: number
  days: number
}

/** Reads `2/week`, `1/day`, `3/month`, `1/2 weeks`; `off` is a rate of none. */
export function readRate(text: string): Read<Rate> {
  if (text.trim() === 'off') return { times: 0, days: 7 }
  const [, times, every, period] =
    /^(\d{1,3})\s*\/\s*([1-9]\d?)?\s*(day|week|month)s?$/.exec(text.trim()) ?? []
  if (times && period)
    return { times: Number(times), days: Number(every ?? 1) * periods[period as keyof typeof periods] }
  return {
    problem: `\`${text}\` is no rate`,
    mend: 'write how often, as in `2/week`, `1/day`, `3/month`, or `off`',
  }
}

/** Reads effort over time, `1h/week`, as minutes in so many days. */
export function readEffortRate(text: string): Read<{ minutes: number; days: number }> {
  const [effort = '', per = ''] = text.split('/')
  const minutes = readEffort(effort)
  const rate = readRate(`1/${per}`)
  if (isProblem(minutes) || isProblem(rate))
    return { problem: `\`${text}\` is no effort over time`, mend: 'write effort and period, as in `1h/week`' }
  return { minutes, days: rate.days }
}

const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const

/** A time that comes back every week. */
export interface Slot {
  /** 1 is Monday, 7 is Sunday. */
  weekday: number
  /** `09:00` */
  time: string
}

/** Reads `tue 09:00`. */
export function readSlot(text: string): Read<Slot> {
  const [, day = '', time = ''] = /^([a-z]{3})[a-z]* +(\S+)$/i.exec(text.trim()) ?? []
  const weekday = (weekdays as readonly string[]).indexOf(day.toLowerCase()) + 1
  const read = readTime(time)
  if (weekday > 0 && !isProblem(read)) return { weekday, time: read }
  return { problem: `\`${text}\` is no weekly time`, mend: 'write weekday and time, as in `tue 09:00`' }
}

/** A slot as a person writes it: `tue 09:00`. */
export function slotText({ weekday, time }: Slot): string {
  return `${weekdays[weekday - 1]} ${time}`
}

/** A time counted from a post's own day: so many calendar days later, at a time of day. */
export interface Offset {
  days: number
  /** Undefined: the post's own time of day. */
  time?: string
}

/** Reads `+2d 09:00`, `+1w 09:00`, `+3d`. */
export function readOffset(text: string): Read<Offset> {
  const [, amount, unit, time] = /^\+(\d{1,3})([dw])(?: +(\S+))?$/.exec(text.trim()) ?? []
  const read = time === undefined ? undefined : readTime(time)
  if (amount && !isProblem(read))
    return { days: Number(amount) * (unit === 'w' ? 7 : 1), ...(read !== undefined && { time: read }) }
  return {
    problem: `\`${text}\` is no offset from the post`,
    mend: 'write days after it and a time, as in `+2d 09:00`',
  }
}
