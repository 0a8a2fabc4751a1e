import type { Calendar } from '../../../src/calendar/calendar.ts'
import type { Post } from '../../../src/calendar/post.ts'
import type { Body } from '../../../src/mdx/parse-body.ts'
import { placeFinder } from '../../../src/mdx/place-finder.ts'
import { shortTime } from '../../../src/snippets/agenda/day-words.ts'
import { checkItem } from '../../../src/snippets/check-item.ts'
import { countGraphemes } from '../../../src/snippets/count-text.ts'
import type { Network } from '../../../src/snippets/network.ts'
import { networks } from '../../../src/snippets/networks.ts'
import { ceilingsOf } from '../../../src/snippets/over-ceiling.ts'
import { sentParts } from '../../../src/snippets/queue-item.ts'
import { quickTimes } from '../../../src/snippets/quick-times.ts'
import { sharesOf } from '../../../src/snippets/shares-of.ts'
import { type Draft, draftsOf } from '../../../src/snippets/snippet-drafts.ts'
import { fieldsOf } from '../../lint/text/field-places.ts'

/** A snippet as its network would take it. */
export interface SnippetPreview {
  /** Of its network, as people write it, and of the channel where that is called otherwise. */
  name: string
  kind: string
  /** When it goes out, in words. */
  when: string
  /** The words as they are sent, with the count that is nearest to its ceiling. */
  parts: readonly Counted[]
  /** The address at the end of the last part. */
  url?: string
  firstComment?: string
  /** File of its picture, and the picture in words. */
  image?: { path: string; alt: string }
  /** What is in the way, or to be thought about. */
  problems: readonly { level: 'error' | 'warning'; what: string; mend: string }[]
  line: number
  column: number
}

/** Words, how long they are, and how long they may be, where the network says so. */
export interface Counted {
  words: string
  count: number
  unit: string
  limit?: number
}

/** What a post offers to channels, its body included, in the order of the file. Nothing of it needs a date. */
export function snippetPreviews(post: Post, body: Body, calendar: Calendar): SnippetPreview[] {
  const { plan, now } = calendar
  const drafts = draftsOf(
    { ...post, publish: post.publish ?? now },
    calendar,
    { until: now.local.slice(0, 10), sharesOf: () => sharesOf(body), hashOf: () => '' },
    quickTimes(),
  )
  const placeOf = placeFinder(post.file, post.source.text)
  return drafts.flatMap((draft): SnippetPreview[] => {
    const { first: item } = draft
    const network: Network | undefined = item.network && networks[item.network]
    if (!network) return []
    const place = item.place ?? placeOf(fieldsOf(post.file, post.source.text).rangeOf(item.field)[0])
    const ceilings = ceilingsOf(network, 'text', plan.channels[item.channel]?.limit)
    return [
      {
        name: item.channel === item.network ? network.name : `${network.name}, ${item.channel}`,
        kind: item.kind,
        when: whenOf(draft, post, plan.zone),
        parts: sentParts(item).map((words) => counted(words, ceilings)),
        ...(item.url !== undefined && { url: item.url }),
        ...(item.firstComment !== undefined && { firstComment: item.firstComment }),
        ...(item.image && { image: { path: item.image.path, alt: item.image.alt } }),
        problems: [
          ...(post.publish ? item.problems.map((problem) => ({ level: 'error' as const, ...problem })) : []),
          ...checkItem(item, plan),
        ],
        line: place.line,
        column: place.column,
      },
    ]
  })
}

function whenOf({ written, nextFrom, first }: Draft, { publish }: Post, zone: string): string {
  if (!publish) return 'once the post has a day'
  const at = first.at ?? written
  if (at) return shortTime(at, zone)
  return nextFrom === undefined ? 'at no time yet' : 'at the next free time'
}

/** The count that leaves the least room. */
function counted(words: string, ceilings: ReturnType<typeof ceilingsOf>): Counted {
  const counts = ceilings.map(({ limit, unit, count }) => ({ words, count: count(words), unit, limit }))
  return (
    counts.sort((a, b) => b.count / b.limit - a.count / a.limit)[0] ?? {
      words,
      count: countGraphemes(words),
      unit: 'characters',
    }
  )
}
