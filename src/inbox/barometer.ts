import type { DayRange } from '../calendar/plan.ts'

/** How often a word was heard, in so many days and in as many before. */
export interface WordTrend {
  /** As it is most often written. */
  word: string
  now: number
  before: number
}

/** What is asked, where, and how often. Searches count in `asked` alone: nobody said them to us. */
export interface Barometer {
  /** The days that are looked at, and as many before them. */
  days: DayRange
  before: DayRange
  /** Entries by where they were heard, most first. */
  places: readonly { on: string; now: number; before: number; answered: number }[]
  /** Entries of each week, by time; `from` is a Monday. */
  weeks: readonly { from: string; places: Readonly<Record<string, number>>; total: number }[]
  /** What is asked most, most first. */
  asked: readonly {
    id: string
    title: string
    count: number
    impressions: number
    places: readonly string[]
  }[]
  rising: readonly WordTrend[]
  falling: readonly WordTrend[]
}
