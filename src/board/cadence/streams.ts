import { type Cadence, cadenceOf, type Release, releasesOf } from '../../calendar/cadence.ts'
import { addDays, dayIn } from '../../calendar/time.ts'
import { networks } from '../../snippets/networks.ts'
import type { BoardData } from '../board-data.ts'
import { channelReleases } from '../channel-releases.ts'

/** Days back and ahead that a rhythm is looked at. */
export const [daysBack, daysAhead] = [90, 30]

/** Something that goes out in a rhythm: posts, or the snippets of a channel. */
export interface Stream {
  name: string
  /** Days on which something went out or will, each once, in the window. */
  days: readonly string[]
  /** The plan gives it times. */
  hasRhythm: boolean
  cadence: Cadence
  /** Nothing can be known of promises: it goes out by hand, or nothing was handed over yet. */
  isUnknown: boolean
}

/** The days that streams are looked at, first and last. */
export function streamWindow(today: string): { from: string; to: string } {
  return { from: addDays(today, 1 - daysBack), to: addDays(today, daysAhead) }
}

/**
 * Posts, then each channel that something goes out on or that has times. A post's promise is the first day that was
 * ever promised, where that is known, else its planned day; a snippet's is its own day.
 */
export function streamsOf(data: BoardData): Stream[] {
  const { calendar, today, now, zone, queue } = data
  const { plan } = calendar
  const window = streamWindow(today)
  const stream = (name: string, releases: readonly Release[], rhythm: typeof plan.rhythm): Stream => ({
    name,
    days: [...new Set(releases.flatMap(({ at }) => (at ? [dayIn(at, zone)] : [])))]
      .filter((day) => window.from <= day && day <= window.to)
      .sort(),
    hasRhythm: rhythm.length > 0,
    cadence: cadenceOf(releases, { ...plan, rhythm }, window, now),
    isUnknown: false,
  })
  const isHandedOver = queue.ledger.handovers.length > 0
  const byChannel = channelReleases(data)
  const channels = Object.entries(plan.channels).flatMap(([name, { network, times }]): Stream[] => {
    const releases = byChannel.get(name) ?? []
    return releases.length > 0 || times.length > 0
      ? [{ ...stream(name, releases, times), isUnknown: !isHandedOver || !networks[network].isPosted }]
      : []
  })
  const files = new Map(calendar.posts.map(({ slug, file }) => [slug, file]))
  const posts = releasesOf(calendar).map((release) => {
    const promised = data.promisedOn?.(files.get(release.id) ?? '')
    return promised === undefined ? release : { ...release, planned: promised }
  })
  return [stream('posts', posts, plan.rhythm), ...channels]
}
