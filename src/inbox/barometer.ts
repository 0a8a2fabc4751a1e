import type { Calendar } from '../calendar/calendar.ts'
import type { DayRange } from '../calendar/plan.ts'
import { searchWords, stemOf } from '../calendar/search-stems.ts'
import { addDays, dayIn, weekdayOf } from '../calendar/time.ts'
import { clustersOf } from './cluster.ts'
import type { Entry, Inbox } from './inbox.ts'
import { everydayStems, stemsHeard } from './words-heard.ts'

/** How often something was heard, in so many days and in as many before. */
export interface Trend {
  /** A word as it is most often written, or a search. */
  text: string
  now: number
  before: number
}

/** What is asked, where, and how often. Searches are counted apart: nobody said them to us. */
export interface Barometer {
  /** The days that are looked at, and as many before them. */
  days: DayRange
  before: DayRange
  total: { now: number; before: number }
  /** Entries by where they were heard, most first. */
  places: readonly { on: string; now: number; before: number }[]
  /** Entries of each of twelve weeks, by time; `from` is a Monday. */
  weeks: readonly { from: string; total: number; places: ReadonlyMap<string, number> }[]
  /** What is asked and searched for most, most people first. */
  asked: readonly {
    id: string
    title: string
    said: number
    impressions: number
    places: readonly string[]
  }[]
  /** Words whose share of what is said grew, or shrank, by half and more; none where too little was heard to compare. */
  rising: readonly Trend[]
  falling: readonly Trend[]
  /** Searches by impressions, in the newest export against the one before it, most changed first. */
  searches: readonly Trend[]
}

const weeksShown = 12
const mostShown = 10
/** So much has to be heard in the days and in those before, that shares of it mean something. */
export const enoughHeard = 8

/**
 * Reads the barometer of what people say.
 * @param length days that are looked at, today included
 */
export function barometerOf({ entries }: Inbox, calendar: Calendar, length = 30): Barometer {
  const { plan, now } = calendar
  const lang = plan.site.lang
  const today = dayIn(now, plan.zone)
  const days = { from: addDays(today, 1 - length), to: today }
  const before = { from: addDays(days.from, -length), to: addDays(days.from, -1) }
  const spoken = entries.filter(({ kind }) => kind === 'question' || kind === 'mention')
  const within = ({ from, to }: DayRange) => spoken.filter(({ day }) => from <= day && day <= to)
  const [recent, earlier] = [within(days), within(before)]
  const recentPlaces = countBy(recent, ({ on }) => [on])
  const earlierPlaces = countBy(earlier, ({ on }) => [on])
  const places = [...new Set([...recentPlaces.keys(), ...earlierPlaces.keys()])]
    .map((on) => ({ on, now: recentPlaces.get(on) ?? 0, before: earlierPlaces.get(on) ?? 0 }))
    .sort((a, b) => b.now - a.now || b.before - a.before || (a.on < b.on ? -1 : 1))
  const monday = addDays(today, 1 - weekdayOf(today))
  const weeks = Array.from({ length: weeksShown }, (_, index) => {
    const from = addDays(monday, 7 * (index + 1 - weeksShown))
    const own = within({ from, to: addDays(from, 6) })
    return { from, total: own.length, places: countBy(own, ({ on }) => [on]) }
  })
  const asked = clustersOf(
    entries.filter(({ day, figures }) => figures || (before.from <= day && day <= today)),
    lang,
    everydayStems(calendar),
  )
    .map(({ entries: own }) => ({
      id: own[0].id,
      title: own[0].text,
      said: own.filter(({ figures }) => !figures).length,
      impressions: own.reduce((sum, { figures }) => sum + (figures?.impressions ?? 0), 0),
      places: [...new Set(own.map(({ on }) => on))].sort(),
    }))
    .sort((a, b) => b.said - a.said || b.impressions - a.impressions || (a.id < b.id ? -1 : 1))
    .slice(0, mostShown)
  const trends = trendsOf(recent, earlier, lang)
  return {
    ...{ days, before, places, weeks, asked },
    total: { now: recent.length, before: earlier.length },
    rising: trends
      .filter(({ change }) => change > 0)
      .map(plainTrend)
      .slice(0, mostShown),
    falling: trends
      .filter(({ change }) => change < 0)
      .reverse()
      .map(plainTrend)
      .slice(0, mostShown),
    searches: searchTrends(entries),
  }
}

/** Words whose share changed by half and more, and that were said twice at least, from the most risen to the most fallen. */
function trendsOf(
  recent: readonly Entry[],
  earlier: readonly Entry[],
  lang: string,
): (Trend & { change: number })[] {
  if (Math.min(recent.length, earlier.length) < enoughHeard) return []
  const forms = formsOf([...recent, ...earlier], lang)
  const stems = ({ text }: Entry) => stemsHeard(text, lang)
  const [counts, past] = [countBy(recent, stems), countBy(earlier, stems)]
  return [...new Set([...counts.keys(), ...past.keys()])]
    .map((stem) => {
      const [now, before] = [counts.get(stem) ?? 0, past.get(stem) ?? 0]
      const [share, was] = [now / recent.length, before / earlier.length]
      const isLarge = Math.max(now, before) > 1 && Math.max(share, was) >= 1.5 * Math.min(share, was)
      return { text: forms.get(stem) ?? stem, now, before, change: isLarge ? share - was : 0 }
    })
    .filter(({ change }) => change !== 0)
    .sort((a, b) => b.change - a.change || (a.text < b.text ? -1 : 1))
}

/** For each stem the word that it is most often written as. */
function formsOf(entries: readonly Entry[], lang: string): Map<string, string> {
  const primary = lang.toLowerCase().split('-')[0] ?? 'en'
  const counts = countBy(entries, ({ text }) => searchWords(text, primary))
  const best = new Map<string, string>()
  for (const [word, count] of counts) {
    const stem = primary === 'en' ? stemOf(word) : word
    const known = best.get(stem)
    const least = known === undefined ? 0 : (counts.get(known) ?? 0)
    if (known === undefined || count > least || (count === least && word < known)) best.set(stem, word)
  }
  return best
}

function searchTrends(entries: readonly Entry[]): Trend[] {
  return entries
    .flatMap(({ kind, text, figures, before }) =>
      kind === 'search' && figures && before
        ? [{ text, now: figures.impressions, before: before.figures.impressions }]
        : [],
    )
    .filter(({ now, before }) => now !== before)
    .sort((a, b) => Math.abs(b.now - b.before) - Math.abs(a.now - a.before) || (a.text < b.text ? -1 : 1))
    .slice(0, mostShown)
}

function plainTrend({ text, now, before }: Trend): Trend {
  return { text, now, before }
}

function countBy(
  entries: readonly Entry[],
  keysOf: (entry: Entry) => readonly string[],
): Map<string, number> {
  const counts = new Map<string, number>()
  for (const entry of entries)
    for (const key of new Set(keysOf(entry))) counts.set(key, (counts.get(key) ?? 0) + 1)
  return counts
}
