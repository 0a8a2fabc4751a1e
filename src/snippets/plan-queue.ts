import { isBlackout } from '../calendar/blackout.ts'
import type { Calendar } from '../calendar/calendar.ts'
import type { Post } from '../calendar/post.ts'
import { dayIn, dayOf, type Moment } from '../calendar/time.ts'
import { activityItems } from './activity-drafts.ts'
import { compare } from './compare.ts'
import { type FreeTimes, freeTimesOf } from './free-times.ts'
import { isAhead, type Ledger } from './ledger/fold-ledger.ts'
import { recognize } from './ledger/recognize.ts'
import type { ItemProblem, QueueItem } from './queue-item.ts'
import { quickTimes } from './quick-times.ts'
import type { Share } from './shares-of.ts'
import { type Draft, draftsOf } from './snippet-drafts.ts'

/** What a queue is made of besides the calendar. */
export interface QueueSurroundings {
  /** Nothing that comes round again is looked at after this day. */
  until: string
  /** What a post's body offers to channels, in its order. */
  sharesOf(post: Post): readonly Share[]
  /** Content hash of a file in `content/`. */
  hashOf(path: string): string
  /** What was handed over: what took a free time once keeps it, whatever comes in between. */
  ledger?: Pick<Ledger, 'active'>
}

/**
 * Everything that goes out because of live and scheduled posts and activities, by time: a pure function of the
 * calendar and the ledger. Items whose time cannot be told come last.
 */
export function planQueue(calendar: Calendar, surroundings: QueueSurroundings): QueueItem[] {
  const times = quickTimes()
  const drafts = calendar.posts
    .filter(isPromised)
    .sort((a, b) => compare(a.publish.instant, b.publish.instant) || compare(a.slug, b.slug))
    .flatMap((post) => draftsOf(post, calendar, surroundings, times))
  const activities = calendar.activities.flatMap((each) => activityItems(each, calendar, surroundings))
  const items = [...settle(drafts, calendar, surroundings.ledger ?? { active: new Map() }), ...activities]
  const days = dayReader(calendar.plan.zone)
  return items
    .map((item) => {
      const problem = timeProblem(item, calendar, days)
      return problem ? { ...item, problems: [...item.problems, problem] } : item
    })
    .sort((a, b) => compare(a.at?.instant, b.at?.instant) || compare(a.id, b.id))
}

function isPromised(post: Post): post is Post & { publish: Moment } {
  return (post.state === 'live' || post.state === 'scheduled') && post.publish !== undefined
}

/** Gives the next free times of each channel to those that want one, in the order of their posts. */
function settle(
  drafts: readonly Draft[],
  { plan, now }: Calendar,
  ledger: Pick<Ledger, 'active'>,
): QueueItem[] {
  const rowOf = recognize(
    drafts.map(({ first }) => first),
    ledger,
    { now: now.instant, channels: plan.channels },
  )
  const timeOf = ({ first, written, nextFrom }: Draft): Moment | undefined => {
    if (nextFrom === undefined) return written
    const row = rowOf.get(first)
    if (!row || !isAhead(row, now.instant)) return row?.at
    const kept = row.at
    return kept.instant < nextFrom || isBlackout(dayIn(kept, plan.zone), plan) ? undefined : kept
  }
  const known = drafts.map(timeOf)
  const recognized = new Set(rowOf.values())
  const taken = new Map<string, Moment[]>()
  const take = (channel: string, at: Moment) => {
    const times = taken.get(channel)
    if (times) times.push(at)
    else taken.set(channel, [at])
  }
  for (const [index, { first }] of drafts.entries()) {
    const at = first.at ?? known[index]
    if (at) take(first.channel, at)
  }
  for (const rows of ledger.active.values())
    for (const row of rows) if (!recognized.has(row)) take(row.channel, row.at)
  const free = new Map<string, FreeTimes>()
  const freeTimes = (channel: string) =>
    free.getOrInsertComputed(channel, () =>
      freeTimesOf(plan.channels[channel]?.times ?? [], plan, taken.get(channel) ?? []),
    )
  return drafts.flatMap(({ first, nextFrom, again }, index): QueueItem[] => {
    const { channel, at, problems } = first
    const time = known[index] ?? (nextFrom === undefined ? undefined : freeTimes(channel).take(nextFrom))
    if (!time) return [problems.length > 0 ? first : { ...first, problems: [noTime(first)] }]
    return again ? again(time) : [at ? first : { ...first, at: time }]
  })
}

function noTime({ field, channel }: QueueItem): ItemProblem {
  return {
    field,
    what: `\`${channel}\` has no free time`,
    mend: `give it \`times\` in the plan, as in \`times: [tue 10:00]\`, or write \`at\` here`,
  }
}

function timeProblem(
  { at, field, until, kind }: QueueItem,
  { plan, now }: Calendar,
  dayAt: (at: Moment) => string,
): ItemProblem | undefined {
  if (!at || kind === 'activity' || at.instant <= now.instant) return undefined
  if (plan.blackouts.length === 0 && until === undefined) return undefined
  const day = dayAt(at)
  if (isBlackout(day, plan))
    return {
      field: field.length > 0 ? [...field, 'at'] : field,
      what: `\`${day}\` is a day on which nothing goes out`,
      mend: "choose another day, or change the plan's `blackouts`",
    }
  if (until !== undefined && day > until)
    return {
      field: [...field, 'until'],
      what: `this would go out on \`${day}\`, after its last day \`${until}\``,
      mend: 'choose an earlier time, or a later last day',
    }
  return undefined
}

/** The day in a zone at a moment: what the moment's own clock shows where it is of that zone. */
function dayReader(zone: string): (at: Moment) => string {
  return (at) => (at.zone === zone ? dayOf(at) : dayIn(at, zone))
}
