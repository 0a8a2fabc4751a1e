import { isBlackout } from '../calendar/blackout.ts'
import type { Calendar } from '../calendar/calendar.ts'
import type { Activity } from '../calendar/derive-activity.ts'
import type { Post } from '../calendar/post.ts'
import { isProblem, type Read } from '../calendar/problem.ts'
import type { At, WrittenSnippet } from '../calendar/snippet.ts'
import { pathFrom } from '../calendar/sources.ts'
import { addDays, dayIn, dayOf, type Moment, momentOf, toMoment } from '../calendar/time.ts'
import { freeTimesOf } from './free-times.ts'
import { itemHash } from './item-hash.ts'
import { linkAddress } from './link-address.ts'
import { occurrencesOf } from './occurrences.ts'
import type { ItemProblem, QueueItem } from './queue-item.ts'
import type { Share } from './shares-of.ts'

/** What a queue is made of besides the calendar. */
export interface QueueSurroundings {
  /** Nothing that comes round again is looked at after this day. */
  until: string
  /** What a post's body offers to channels, in its order. */
  sharesOf(post: Post): readonly Share[]
  /** Content hash of a file in `content/`. */
  hashOf(path: string): string
  /** Times of what was handed over already, by id: what took the next free time keeps it, whatever comes in between. */
  handedOver?: ReadonlyMap<string, Moment>
}

/**
 * Everything that goes out because of live and scheduled posts and activities, by time: a pure function of the
 * calendar. Items whose time cannot be told come last.
 */
export function planQueue(calendar: Calendar, surroundings: QueueSurroundings): QueueItem[] {
  const drafts = [
    ...calendar.posts
      .filter(({ state, publish }) => (state === 'live' || state === 'scheduled') && publish)
      .sort((a, b) => compare(a.publish?.instant, b.publish?.instant) || compare(a.slug, b.slug))
      .flatMap((post) => draftsOf(post, calendar, surroundings)),
    ...calendar.activities.flatMap((activity) => activityDrafts(activity, calendar, surroundings)),
  ]
  return settle(drafts, calendar, surroundings).sort(
    (a, b) => compare(a.at?.instant, b.at?.instant) || compare(a.id, b.id),
  )
}

/** An item whose time may still have to be found. */
interface Draft extends Omit<QueueItem, 'at'> {
  at?: Moment
  /** Takes the next free time of its channel, not before this instant. */
  nextFrom?: string
}

function draftsOf(post: Post, calendar: Calendar, surroundings: QueueSurroundings): Draft[] {
  const written = Object.entries(post.snippets).flatMap(([channel, snippets]) =>
    snippets.map((snippet, index) => ({
      channel,
      snippet,
      name: String(index + 1),
      field: ['snippets', channel, index] as (string | number)[],
    })),
  )
  const numbers = new Map<string, number>()
  const shared = surroundings.sharesOf(post).map(({ channel, text, line, column }) => {
    const number = (numbers.get(channel) ?? 0) + 1
    numbers.set(channel, number)
    const field: (string | number)[] = []
    return { channel, snippet: { text }, name: `share-${number}`, field, place: { line, column } }
  })
  return [...written, ...shared].flatMap((each) => snippetDrafts(post, each, calendar, surroundings))
}

function snippetDrafts(
  post: Post,
  {
    channel,
    snippet,
    name,
    field,
    place,
  }: {
    channel: string
    snippet: WrittenSnippet
    name: string
    field: (string | number)[]
    place?: { line: number; column: number }
  },
  { plan }: Calendar,
  { until, hashOf, handedOver }: QueueSurroundings,
): Draft[] {
  const network = plan.channels[channel]?.network
  if (!network) return []
  const kind = snippet.kind ?? 'link'
  const publish = post.publish as Moment
  const page = pageFrom(publish, plan.site.rebuildEvery)
  const ownAddress = new URL(plan.site.url + encodeURI(post.path)).href
  const variants = [
    snippet.parts ?? [snippet.text ?? ''],
    ...(snippet.repeat?.variants ?? []).map((text) => [text]),
  ]
  const linksToPage =
    kind === 'link' || variants.some((parts) => parts.some((part) => part.includes(ownAddress)))
  const image = snippet.image && pathFrom(post.file, snippet.image.src)
  const base = {
    channel,
    network,
    kind,
    series: `${post.slug}/${channel}/${name}`,
    file: post.file,
    field,
    ...(place && { place }),
    post: post.slug,
    ...(kind === 'link' && { url: linkAddress(post, plan, channel, network) }),
    ...(snippet.firstComment !== undefined && { firstComment: snippet.firstComment.normalize('NFC') }),
    ...(image !== undefined &&
      snippet.image && { image: { path: image, alt: snippet.image.alt.normalize('NFC') } }),
    ...(linksToPage && { waitsUntil: page }),
    ...(snippet.only && { only: true }),
    ...(snippet.until !== undefined && { until: snippet.until }),
    ...(snippet.consent !== undefined && { consent: snippet.consent }),
  }
  const draft = (number: number, time: Pick<Draft, 'at' | 'nextFrom'>, problems: ItemProblem[]): Draft => {
    const parts = (variants[(number - 1) % variants.length] ?? []).map((part) => part.normalize('NFC'))
    const hash = itemHash(
      { ...base, parts },
      base.image && { hash: hashOf(base.image.path), alt: base.image.alt },
    )
    return { ...base, ...time, id: `${base.series}/${number}`, parts, hash, problems }
  }
  const asked = snippet.at ?? 'next'
  const kept = handedOver?.get(`${base.series}/1`)
  if (asked === 'next' && !kept && !snippet.repeat)
    return [draft(1, { nextFrom: linksToPage ? page : publish.instant }, [])]
  const first =
    asked === 'next' ? (kept ?? firstFree(publish, page, linksToPage)) : askedTime(asked, publish, snippet)
  const wrong = ({ problem, mend }: { problem: string; mend: string }): ItemProblem => ({
    field: [...field, 'at'],
    what: problem,
    mend,
  })
  if (isProblem(first)) return [draft(1, {}, [wrong(first)])]
  return occurrencesOf(first, snippet.repeat, snippet.until, until, snippet.fold).map(({ number, at }) =>
    isProblem(at)
      ? draft(number, {}, [wrong(at)])
      : draft(
          number,
          asked === 'next' && !kept && number === 1
            ? { nextFrom: at.instant }
            : { at: notBefore(at, linksToPage ? page : '') },
          [],
        ),
  )
}

/** The time that a written one means. */
function askedTime(at: Exclude<At, 'next'>, publish: Moment, { zone, fold }: WrittenSnippet): Read<Moment> {
  if ('days' in at)
    return toMoment(
      addDays(dayOf(publish), at.days),
      at.time ?? publish.local.slice(11),
      zone ?? publish.zone,
      fold,
    )
  return toMoment(at.day, at.time ?? publish.local.slice(11), zone ?? publish.zone, fold)
}

function firstFree(publish: Moment, page: string, linksToPage: boolean): Moment {
  return linksToPage ? momentOf(Temporal.Instant.from(page).toZonedDateTimeISO(publish.zone)) : publish
}

/** A page can be there so long after its promise, while the site is built anew. */
function pageFrom({ instant, zone }: Moment, rebuildEvery: Calendar['plan']['site']['rebuildEvery']): string {
  return momentOf(Temporal.Instant.from(instant).toZonedDateTimeISO(zone).add(rebuildEvery)).instant
}

/** A time, moved to an instant where it lies before it. */
function notBefore(at: Moment, instant: string): Moment {
  return instant <= at.instant ? at : momentOf(Temporal.Instant.from(instant).toZonedDateTimeISO(at.zone))
}

function activityDrafts(
  activity: Activity,
  { plan }: Calendar,
  { until, hashOf }: QueueSurroundings,
): Draft[] {
  const { channel, file, entry } = activity
  const network = channel === undefined ? undefined : plan.channels[channel]?.network
  const series = `activity/${file.replace(/^content\/activities\/|\.yaml$/g, '')}/${entry}`
  const image = activity.image && pathFrom(file, activity.image.src)
  const base = {
    channel: channel ?? '',
    ...(network && { network }),
    kind: 'activity' as const,
    ...(activity.allDay ? { allDay: true as const } : { minutes: activity.hours }),
    series,
    file,
    field: [entry - 1],
    ...(image !== undefined && activity.image && { image: { path: image, alt: activity.image.alt } }),
    ...(activity.consent !== undefined && { consent: activity.consent }),
  }
  return occurrencesOf(activity.at, activity.repeat, activity.until, until, activity.fold).map(
    ({ number, at }) => {
      const parts = [
        [activity.title, activity.text]
          .filter((words) => words !== undefined)
          .join('\n')
          .normalize('NFC'),
      ]
      const hash = itemHash(
        { ...base, parts },
        base.image && { hash: hashOf(base.image.path), alt: base.image.alt },
      )
      const item = { ...base, id: `${series}/${number}`, parts, hash }
      return isProblem(at)
        ? { ...item, problems: [{ field: [entry - 1, 'at'], what: at.problem, mend: at.mend }] }
        : { ...item, at, problems: [] }
    },
  )
}

/** Gives the next free times of each channel to the drafts that want one, and says what cannot go out when it should. */
function settle(
  drafts: readonly Draft[],
  { plan, now }: Calendar,
  { handedOver }: QueueSurroundings,
): QueueItem[] {
  const times = new Map(
    [...Map.groupBy(drafts, ({ channel }) => channel)].map(([channel, own]) => [
      channel,
      freeTimesOf(
        plan.channels[channel]?.times ?? [],
        plan,
        own.flatMap(({ at, id }) => at ?? handedOver?.get(id) ?? []),
      ),
    ]),
  )
  return drafts.map(({ nextFrom, ...draft }): QueueItem => {
    const at = draft.at ?? (nextFrom === undefined ? undefined : times.get(draft.channel)?.take(nextFrom))
    const item: QueueItem = { ...draft, ...(at && { at }) }
    const problem = at ? timeProblem(at, item, plan, now) : nextFrom === undefined ? undefined : noTime(item)
    return problem ? { ...item, problems: [...item.problems, problem] } : item
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
  at: Moment,
  { field, until, kind }: QueueItem,
  plan: Calendar['plan'],
  now: Moment,
): ItemProblem | undefined {
  if (kind === 'activity' || at.instant <= now.instant) return undefined
  const day = dayIn(at, plan.zone)
  if (isBlackout(day, plan))
    return {
      field: [...field, 'at'],
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

/** Undefined comes last. */
function compare(a: string | undefined, b: string | undefined): number {
  if (a === b) return 0
  if (a === undefined) return 1
  if (b === undefined) return -1
  return a < b ? -1 : 1
}
