import { type Cadence, cadenceOf, releasesOf } from '../../calendar/cadence.ts'
import type { DayRange } from '../../calendar/plan.ts'
import { dayIn } from '../../calendar/time.ts'
import { timeIn } from '../../snippets/agenda/day-words.ts'
import type { BoardData } from '../board-data.ts'
import { channelReleases } from '../channel-releases.ts'

/** A time of the rhythm, or of a channel, on one of its days. */
export interface DaySlot {
  day: string
  /** `09:00` */
  time: string
  /** A channel; undefined for posts. */
  channel?: string
  state: Cadence['slots'][number]['state']
}

/** The slots of posts and channels over some days, by day. */
export function slotsByDay(data: BoardData, window: DayRange): Map<string, DaySlot[]> {
  const { calendar, zone, now } = data
  const { plan } = calendar
  const slots = (rhythm: Cadence['slots'], channel?: string): DaySlot[] =>
    rhythm.map(({ at, state }) => ({
      day: dayIn(at, zone),
      time: timeIn(at, zone),
      ...(channel !== undefined && { channel }),
      state,
    }))
  const releases = channelReleases(data)
  const ofChannels = Object.entries(plan.channels).flatMap(([channel, { times }]) => {
    if (times.length === 0) return []
    return slots(
      cadenceOf(releases.get(channel) ?? [], { ...plan, rhythm: times }, window, now).slots,
      channel,
    )
  })
  const ofPosts = slots(cadenceOf(releasesOf(calendar), plan, window, now).slots)
  return Map.groupBy([...ofPosts, ...ofChannels], ({ day }) => day)
}
