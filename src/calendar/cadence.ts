import type { Calendar } from './calendar.ts'
import type { DayRange, Plan } from './plan.ts'
import { keepersOf, slotsBetween } from './slots.ts'
import { addDays, dayIn, daysFrom, type Moment } from './time.ts'

/** Something that goes out: a post, or a snippet of one channel. */
export interface Release {
  /** A post's slug, or whatever tells it from the others. */
  id: string
  /** When it goes out, or went out; undefined while nothing is promised. */
  at?: Moment
  /** The soft day that it was planned for. */
  planned?: string
}

/**
 * How a slot fared. On a day that is over: `kept` or `missed`. Still to come, today included: `filled` by something
 * scheduled, or `empty`. `blackout`: nothing was wanted.
 */
type SlotState = 'kept' | 'missed' | 'filled' | 'empty' | 'blackout'

/** How well a rhythm is held. */
export interface Cadence {
  slots: readonly { at: Moment; state: SlotState; by?: Release }[]
  /** The most days from one live release to the next, of those that ended in the window; blackouts are not taken off. */
  longestSilence?: { days: number; from: string; to: string }
  /** Days from the last live release until today; undefined when there is none. */
  sinceLast?: number
  /** More than twice the rhythm's number within seven days. Such weeks that overlap are one burst. */
  bursts: readonly { from: string; to: string; count: number }[]
  /** Of all that were planned for a day in the window and are live or a day late: how many went live within a day of it. */
  promises: { kept: number; due: number }
}

/** A post may be so many days off its planned day and still keep the promise. */
const leeway = 1

/** Holds what went out, and what will, against a weekly rhythm. A slot is kept by something that went live on its calendar day. */
export function cadenceOf(
  releases: readonly Release[],
  { rhythm, zone, blackouts }: Pick<Plan, 'rhythm' | 'zone' | 'blackouts'>,
  window: DayRange,
  now: Moment,
): Cadence {
  const today = dayIn(now, zone)
  const isIn = (day: string) => window.from <= day && day <= window.to
  const dated = releases
    .flatMap((release) => (release.at ? [{ release, at: release.at, day: dayIn(release.at, zone) }] : []))
    .sort((a, b) => (a.at.instant < b.at.instant ? -1 : a.at.instant > b.at.instant ? 1 : 0))
  const live = dated.filter(({ at }) => at.instant <= now.instant)

  const slots = slotsBetween(rhythm, zone, window.from, window.to, blackouts)
  const keepers = keepersOf(slots, dated)
  const states = slots.map(({ isBlackout, ...at }, index) => {
    const keeper = keepers[index]
    const over = dayIn(at, zone) < today
    const unkept = over ? 'missed' : 'empty'
    const state: SlotState = isBlackout
      ? 'blackout'
      : keeper
        ? keeper.at.instant <= now.instant
          ? 'kept'
          : 'filled'
        : unkept
    return { at, state, ...(keeper && { by: keeper.release }) }
  })

  const last = live.at(-1)
  const silence = longestSilence(
    live.map(({ day }) => day),
    isIn,
  )
  return {
    slots: states,
    ...(silence && { longestSilence: silence }),
    ...(last && { sinceLast: daysFrom(last.day, today) }),
    bursts: burstsOf(dated.map(({ day }) => day).filter(isIn), 2 * rhythm.length),
    promises: promisesOf(releases, zone, now, isIn),
  }
}

/** The posts of a calendar as releases: live and scheduled ones at `publish`, as well as retired ones that were live. */
export function releasesOf({ posts, now }: Calendar): Release[] {
  return posts.map(({ slug, state, publish, planned }) => {
    const went = state === 'live' || (state === 'retired' && publish && publish.instant <= now.instant)
    return {
      id: slug,
      ...(publish && (went || state === 'scheduled') && { at: publish }),
      ...(planned !== undefined && { planned }),
    }
  })
}

function longestSilence(days: readonly string[], isIn: (day: string) => boolean): Cadence['longestSilence'] {
  let longest: Cadence['longestSilence']
  for (const [index, to] of days.entries()) {
    const from = days[index - 1]
    if (from === undefined || !isIn(to)) continue
    const silence = daysFrom(from, to)
    if (silence > (longest?.days ?? 0)) longest = { days: silence, from, to }
  }
  return longest
}

function burstsOf(days: readonly string[], most: number): Cadence['bursts'] {
  const bursts: { first: number; last: number }[] = []
  if (most === 0) return []
  for (const [first, day] of days.entries()) {
    const end = addDays(day, 6)
    const last = days.findLastIndex((other) => other <= end)
    if (last - first + 1 <= most) continue
    const before = bursts.at(-1)
    if (before && first <= before.last) before.last = last
    else bursts.push({ first, last })
  }
  return bursts.map(({ first, last }) => ({
    from: days[first] as string,
    to: days[last] as string,
    count: last - first + 1,
  }))
}

function promisesOf(
  releases: readonly Release[],
  zone: string,
  now: Moment,
  isIn: (day: string) => boolean,
): Cadence['promises'] {
  const today = dayIn(now, zone)
  const promises = { kept: 0, due: 0 }
  for (const { planned, at } of releases) {
    if (planned === undefined || !isIn(planned)) continue
    const went = at && at.instant <= now.instant ? dayIn(at, zone) : undefined
    if (went === undefined && today <= addDays(planned, leeway)) continue
    promises.due += 1
    if (went !== undefined && Math.abs(daysFrom(planned, went)) <= leeway) promises.kept += 1
  }
  return promises
}
