import type { Calendar } from './calendar.ts'
import type { Activity } from './derive-activity.ts'
import type { DayRange, Plan } from './plan.ts'
import type { Post } from './post.ts'
import { dayIn, dayOf, type Moment } from './time.ts'
import { type Goal, goals, type Purpose, purposes } from './vocabulary.ts'

/** What most teams of a kind do well with, in percent; a habit, not a law. */
export const usualMix: Record<'repeat' | 'one-off', Record<Purpose, number>> = {
  repeat: { awareness: 30, community: 20, service: 25, listening: 15, sales: 10 },
  'one-off': { awareness: 45, community: 10, service: 15, listening: 10, sales: 20 },
}

/** One piece of work on the calendar. */
export interface Entry {
  /** Undefined only for a soft one: a post that is not ready need not say. */
  purpose?: Purpose
  goal: Goal
  /** Effort. */
  minutes: number
  /** In the plan's zone. */
  day: string
  /** No promise yet: a post with a day that is neither live nor scheduled. */
  soft: boolean
  /** When exactly; undefined where only a day is known. */
  at?: Moment
  /** The post that it is; activities have none. */
  post?: Post
  activity?: Activity
}

/** How much: by number and by effort. Shares are of 1, or all 0 when there is nothing. */
interface Amount {
  count: number
  minutes: number
  share: number
  shareOfMinutes: number
}

/** What a calendar's work is for, over some days. */
export interface Mix {
  /** In the order of `purposes`; targets are of 1. */
  purposes: readonly (Amount & { purpose: Purpose; target: number })[]
  goals: readonly (Amount & { goal: Goal })[]
  total: { count: number; minutes: number }
  /** Entries that name no purpose; they are in nothing else here. */
  undecided: number
  /** Selling against everything else, as shares by number. */
  pendulum: { selling: number; rest: number }
  /** Too few for percentages to mean anything (under eight): show counts. */
  isFew: boolean
}

const enough = 8

/** Adds up entries from one day to another, both counted, beside the plan's mix (or the usual one for its relationship). */
export function mixOf(
  entries: readonly Pick<Entry, 'purpose' | 'goal' | 'minutes' | 'day'>[],
  plan: Pick<Plan, 'mix' | 'relationship'>,
  { from, to }: DayRange,
): Mix {
  const inside = entries.filter(({ day }) => from <= day && day <= to)
  const known = inside.filter(({ purpose }) => purpose !== undefined)
  const total = { count: known.length, minutes: minutesOf(known) }
  const amount = (some: readonly Pick<Entry, 'minutes'>[]): Amount => ({
    count: some.length,
    minutes: minutesOf(some),
    share: partOf(some.length, total.count),
    shareOfMinutes: partOf(minutesOf(some), total.minutes),
  })

  const wanted = plan.mix && sumOf(Object.values(plan.mix)) > 0 ? plan.mix : usualMix[plan.relationship]
  const whole = sumOf(Object.values(wanted))
  const byPurpose = purposes.map((purpose) => ({
    purpose,
    ...amount(known.filter((entry) => entry.purpose === purpose)),
    target: wanted[purpose] / whole,
  }))
  const selling = byPurpose.find(({ purpose }) => purpose === 'sales')?.count ?? 0
  return {
    purposes: byPurpose,
    goals: goals.map((goal) => ({ goal, ...amount(known.filter((entry) => entry.goal === goal)) })),
    total,
    undecided: inside.length - known.length,
    pendulum: {
      selling: partOf(selling, total.count),
      rest: partOf(total.count - selling, total.count),
    },
    isFew: total.count < enough,
  }
}

/**
 * What counts as work on a calendar: posts that are live or scheduled by the day of `publish`, activities by their
 * day, and, as `soft`, any other post that has a day (`publish`, else `planned`) and is not retired. By day.
 */
export function entriesOf({ posts, activities, plan }: Calendar): Entry[] {
  const ofPosts = posts.flatMap((post): Entry[] => {
    if (post.state === 'retired') return []
    const day = post.publish ? dayIn(post.publish, plan.zone) : post.planned
    if (day === undefined) return []
    return [
      {
        ...(post.purpose && { purpose: post.purpose }),
        goal: post.goal,
        minutes: post.hours,
        day,
        soft: post.state !== 'live' && post.state !== 'scheduled',
        ...(post.publish && { at: post.publish }),
        post,
      },
    ]
  })
  const ofActivities = activities.map((activity): Entry => {
    const { purpose, goal, hours, at, allDay } = activity
    return {
      purpose,
      goal,
      minutes: hours,
      day: allDay ? dayOf(at) : dayIn(at, plan.zone),
      soft: false,
      ...(!allDay && { at }),
      activity,
    }
  })
  return [...ofPosts, ...ofActivities].sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, each) => sum + each, 0)
}

function minutesOf(entries: readonly Pick<Entry, 'minutes'>[]): number {
  return sumOf(entries.map(({ minutes }) => minutes))
}

function partOf(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole
}
