import type { Calendar } from '../calendar/calendar.ts'
import type { Post } from '../calendar/post.ts'
import { isProblem, type Problem, type Read } from '../calendar/problem.ts'
import type { At, WrittenSnippet } from '../calendar/snippet.ts'
import { pathFrom } from '../calendar/sources.ts'
import { dayOf, type Moment, momentOf } from '../calendar/time.ts'
import type { NetworkName } from '../calendar/vocabulary.ts'
import { itemHash } from './item-hash.ts'
import { linkAddress } from './link-address.ts'
import { occurrencesOf } from './occurrences.ts'
import type { QueueSurroundings } from './plan-queue.ts'
import type { ItemProblem, QueueItem } from './queue-item.ts'
import type { QuickTimes } from './quick-times.ts'

/** A snippet before its time is settled. */
export interface Draft {
  /** Its first time out; `at` is known where it was written, and where it should be `problems` says why not. */
  first: QueueItem
  /** The time that was written, be its page there or not. */
  written?: Moment
  /** Takes the next free time of its channel, not before this instant. */
  nextFrom?: string
  /** All its times out, the first included, where it goes out again. */
  again?: (first: Moment) => QueueItem[]
}

/** A snippet with its place: where it was written, and its name among those of its channel. */
interface Placed {
  channel: string
  snippet: WrittenSnippet
  name: string
  field: readonly (string | number)[]
  /** Where it stands in the body. */
  place?: { line: number; column: number }
}

/** Everything that a post offers to channels: its snippets, and each `<Share>` in its body that names one. */
export function draftsOf(
  post: Post & { publish: Moment },
  calendar: Calendar,
  surroundings: QueueSurroundings,
  times: QuickTimes,
): Draft[] {
  const written = Object.entries(post.snippets).flatMap(([channel, snippets]) =>
    snippets.map(
      (snippet, index): Placed => ({
        channel,
        snippet,
        name: String(index + 1),
        field: ['snippets', channel, index],
      }),
    ),
  )
  const numbers = new Map<string, number>()
  const shared = surroundings.sharesOf(post).map(({ channel, text, line, column }): Placed => {
    const number = (numbers.get(channel) ?? 0) + 1
    numbers.set(channel, number)
    return { channel, snippet: { text }, name: `share-${number}`, field: [], place: { line, column } }
  })
  if (written.length + shared.length === 0) return []
  const { plan } = calendar
  const page = {
    from: momentOf(
      Temporal.Instant.from(post.publish.instant)
        .toZonedDateTimeISO(post.publish.zone)
        .add(plan.site.rebuildEvery),
    ),
    address: new URL(plan.site.url + encodeURI(post.path)).href,
  }
  return [...written, ...shared].flatMap((placed) => {
    const network = plan.channels[placed.channel]?.network
    return network ? [draftOf(post, page, placed, network, plan, surroundings, times)] : []
  })
}

function draftOf(
  post: Post & { publish: Moment },
  page: { from: Moment; address: string },
  { channel, snippet, name, field, place }: Placed,
  network: NetworkName,
  plan: Calendar['plan'],
  { until, hashOf }: QueueSurroundings,
  times: QuickTimes,
): Draft {
  const kind = snippet.kind ?? 'link'
  const { publish } = post
  const variants = [
    snippet.parts ?? [snippet.text ?? ''],
    ...(snippet.repeat?.variants ?? []).map((text) => [text]),
  ]
  const linksToPage =
    kind === 'link' || variants.some((parts) => parts.some((part) => part.includes(page.address)))
  const image = snippet.image && pathFrom(post.file, snippet.image.src)
  const base = {
    channel,
    network,
    kind,
    series: `${post.slug}/${channel}/${name}`,
    file: post.file,
    field,
    ...(place && { place }),
    about: aboutOf(post),
    post: post.slug,
    ...(post.formerSlugs.length > 0 && { formerPosts: post.formerSlugs }),
    ...(kind === 'link' && { url: linkAddress(post, plan, channel, network) }),
    ...(snippet.firstComment !== undefined && { firstComment: snippet.firstComment.normalize('NFC') }),
    ...(image !== undefined &&
      snippet.image && {
        image: { path: image, hash: hashOf(image), alt: snippet.image.alt.normalize('NFC') },
      }),
    ...(linksToPage && { waitsUntil: page.from.instant }),
    ...(snippet.only && { only: true }),
    ...(snippet.until !== undefined && { until: snippet.until }),
    ...(snippet.consent !== undefined && { consent: snippet.consent }),
  }
  const item = (number: number, at: Moment | undefined, problems: readonly ItemProblem[]): QueueItem => {
    const parts = (variants[(number - 1) % variants.length] ?? []).map((part) => part.normalize('NFC'))
    const id = `${base.series}/${number}`
    const hash = itemHash(base, parts)
    if (!at) return { ...base, id, hash, parts, problems }
    if (!linksToPage || at.instant >= page.from.instant) return { ...base, id, hash, parts, at, problems }
    const isWritten = snippet.at !== undefined && snippet.at !== 'next'
    const moved = inZone(page.from, at.zone)
    return { ...base, id, hash, parts, at: moved, ...(isWritten && { tooEarly: at }), problems }
  }
  const { repeat, until: end, fold } = snippet
  const again = repeat && {
    again: (at: Moment) =>
      occurrencesOf(at, repeat, end, until, fold).map(({ number, at }) =>
        isProblem(at) ? item(number, undefined, [wrong(at, field)]) : item(number, at, []),
      ),
  }
  const asked = snippet.at ?? 'next'
  if (asked === 'next') {
    const nextFrom = linksToPage ? page.from.instant : publish.instant
    return { first: item(1, undefined, []), nextFrom, ...again }
  }
  const written = askedTime(asked, publish, snippet, times)
  return isProblem(written)
    ? { first: item(1, undefined, [wrong(written, field)]) }
    : { first: item(1, written, []), written, ...again }
}

function wrong({ problem, mend }: Problem, field: Placed['field']): ItemProblem {
  return { field: field.length > 0 ? [...field, 'at'] : field, what: problem, mend }
}

/** The time that a written one means. */
function askedTime(
  at: Exclude<At, 'next'>,
  publish: Moment,
  { zone, fold }: WrittenSnippet,
  times: QuickTimes,
): Read<Moment> {
  const day = 'days' in at ? times.addDays(dayOf(publish), at.days) : at.day
  return times.toMoment(day, at.time ?? publish.local.slice(11), zone ?? publish.zone, fold)
}

function inZone(at: Moment, zone: string): Moment {
  return at.zone === zone ? at : momentOf(Temporal.Instant.from(at.instant).toZonedDateTimeISO(zone))
}

function aboutOf({ title, description, answer, lang }: Post): NonNullable<QueueItem['about']> {
  const summary = description ?? answer
  return { title, ...(summary !== undefined && { summary }), lang }
}
