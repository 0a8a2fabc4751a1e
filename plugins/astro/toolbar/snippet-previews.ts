import { itemStates } from '../../../src/board/item-states.ts'
import { countItem, type TextCount } from '../../../src/board/queue/count-item.ts'
import type { Calendar } from '../../../src/calendar/calendar.ts'
import type { Post } from '../../../src/calendar/post.ts'
import type { Body } from '../../../src/mdx/parse-body.ts'
import { placeFinder } from '../../../src/mdx/place-finder.ts'
import { shortTime } from '../../../src/snippets/agenda/day-words.ts'
import { checkItem, type LeveledProblem } from '../../../src/snippets/check-item.ts'
import type { Network } from '../../../src/snippets/network.ts'
import { networks } from '../../../src/snippets/networks.ts'
import { sentParts } from '../../../src/snippets/queue-item.ts'
import { quickTimes } from '../../../src/snippets/quick-times.ts'
import { sharesOf } from '../../../src/snippets/shares-of.ts'
import { type Draft, draftsOf } from '../../../src/snippets/snippet-drafts.ts'
import { fieldsOf } from '../../lint/text/field-places.ts'
import type { Outgoing } from './outgoing.ts'

/** A snippet as its network would take it. */
export interface SnippetPreview {
  /** Of its network, as people write it, and of the channel where that is called otherwise. */
  name: string
  kind: string
  /** When it goes out and how it stands, in words. */
  when: string
  /** The words as they are sent, and how long they are, where the network counts them. */
  parts: readonly { words: string; length?: TextCount }[]
  /** The address at the end of the last part. */
  url?: string
  firstComment?: string
  /** File of its picture, and the picture in words. */
  image?: { path: string; alt: string }
  /** What is in the way, or to be thought about. */
  problems: readonly LeveledProblem[]
  line: number
  column: number
}

/** What a post offers to channels, its body included, in the order of the file. Nothing of it needs a date. */
export function snippetPreviews(
  post: Post,
  body: Body,
  calendar: Calendar,
  outgoing: Outgoing,
): SnippetPreview[] {
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
    const counts = countItem(item, plan)
    return [
      {
        name: item.channel === item.network ? network.name : `${network.name}, ${item.channel}`,
        kind: item.kind,
        when: whenOf(draft, post, plan.zone, outgoing),
        parts: sentParts(item).map((words, index) => ({
          words,
          ...(counts[index] && { length: counts[index] }),
        })),
        ...(item.url !== undefined && { url: item.url }),
        ...(item.firstComment !== undefined && { firstComment: item.firstComment }),
        ...(item.image && { image: { path: item.image.path, alt: item.image.alt } }),
        problems: outgoing.get(item.id)?.problems ?? [
          ...(post.publish ? item.problems.map((each) => ({ level: 'error' as const, ...each })) : []),
          ...checkItem(item, plan),
        ],
        line: place.line,
        column: place.column,
      },
    ]
  })
}

function whenOf(
  { written, nextFrom, first }: Draft,
  { publish }: Post,
  zone: string,
  outgoing: Outgoing,
): string {
  if (!publish) return 'once the post has a day'
  const { at = first.at ?? written, state } = outgoing.get(first.id) ?? {}
  const time = at ? shortTime(at, zone) : nextFrom === undefined ? 'at no time yet' : 'at the next free time'
  return state ? `${time}, ${itemStates[state].words}` : time
}
