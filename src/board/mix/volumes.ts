import type { Rate } from '../../calendar/amount.ts'
import { postsIn, timesIn } from '../../calendar/asked.ts'
import type { Entry } from '../../calendar/mix.ts'
import type { DayRange } from '../../calendar/plan.ts'
import { dayIn } from '../../calendar/time.ts'
import { activityKinds, kinds } from '../../calendar/vocabulary.ts'
import type { BoardData } from '../board-data.ts'
import { type CountedItem, countedItems } from '../counted-items.ts'

/** How much of something there is in some days, and how much the plan asks for. */
export interface Volume {
  name: string
  count: number
  /** Effort; snippets have none of their own. */
  minutes: number
  /** Not rounded; undefined where the plan does not say. */
  asked?: number
  askedMinutes?: number
}

/** What volumes are counted from. */
export interface Counted {
  calendar: BoardData['calendar']
  posts: readonly Entry[]
  items: readonly CountedItem[]
}

/** All that counts: posts that are sure, soft ones ahead, and what goes out on channels. */
export function countedOf(data: Pick<BoardData, 'calendar' | 'queue'>, entries: readonly Entry[]): Counted {
  return {
    calendar: data.calendar,
    posts: entries.filter(({ post }) => post !== undefined),
    items: countedItems(data),
  }
}

/** The site itself, and each channel of the plan. */
export function channelVolumes({ calendar: { plan }, posts, items }: Counted, window: DayRange): Volume[] {
  const inside = items.filter(({ at }) => isIn(dayIn(at, plan.zone), window))
  const channels = Object.entries(plan.channels).map(([name, { dimmers, hours }]): Volume => {
    const rates = Object.values(dimmers)
    return {
      name,
      ...amountOf(inside.filter(({ channel }) => channel === name)),
      ...(rates.length > 0 && { asked: askedOf(rates, window) }),
      ...(hours && { askedMinutes: timesIn({ times: hours.minutes, days: hours.days }, window) }),
    }
  })
  return [{ name: 'the site', ...postVolume(plan, posts, window) }, ...channels]
}

/** Posts, each kind of snippet and each kind of activity, where there are some or some are asked for. */
export function kindVolumes({ calendar, posts, items }: Counted, window: DayRange): Volume[] {
  const { plan, activities } = calendar
  const inside = items.filter(({ at }) => isIn(dayIn(at, plan.zone), window))
  const channels = Object.values(plan.channels)
  const ofSnippets = kinds.flatMap((kind): Volume[] => {
    const rates = channels.flatMap(({ dimmers }) => dimmers[kind] ?? [])
    const amount = amountOf(inside.filter((item) => item.kind === kind))
    const asked = askedOf(rates, window)
    if (amount.count === 0 && asked === 0) return []
    return [{ name: kind, ...amount, ...(rates.length > 0 && { asked }) }]
  })
  const kindOf = new Map(activities.map(({ file, entry, kind }) => [`${file} ${entry - 1}`, kind]))
  const ofActivities = activityKinds.flatMap((kind): Volume[] => {
    const own = inside.filter(
      (item) => item.kind === 'activity' && kindOf.get(`${item.file} ${item.field[0]}`) === kind,
    )
    return own.length === 0 ? [] : [{ name: activityWords[kind], ...amountOf(own) }]
  })
  return [{ name: 'post', ...postVolume(plan, posts, window) }, ...ofSnippets, ...ofActivities]
}

/** As people say them, beside kinds of snippets that have the same name. */
const activityWords = {
  event: 'event held',
  listening: 'listening',
  answers: 'round of answers',
  calls: 'calls',
  other: 'other work',
} as const satisfies Record<(typeof activityKinds)[number], string>

function postVolume(plan: BoardData['calendar']['plan'], posts: readonly Entry[], window: DayRange) {
  const own = posts.filter(({ day }) => isIn(day, window))
  const asked = postsIn(plan, window)
  return {
    count: own.length,
    minutes: own.reduce((sum, { minutes }) => sum + minutes, 0),
    ...(plan.rhythm.length > 0 && { asked, askedMinutes: asked * plan.hours }),
  }
}

function amountOf(items: readonly CountedItem[]): Pick<Volume, 'count' | 'minutes'> {
  return { count: items.length, minutes: items.reduce((sum, { minutes = 0 }) => sum + minutes, 0) }
}

function askedOf(rates: readonly Rate[], window: DayRange): number {
  return rates.reduce((sum, rate) => sum + timesIn(rate, window), 0)
}

function isIn(day: string, { from, to }: DayRange): boolean {
  return from <= day && day <= to
}
