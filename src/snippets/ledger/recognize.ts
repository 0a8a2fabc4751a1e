import type { Plan } from '../../calendar/plan.ts'
import { compare } from '../compare.ts'
import type { QueueItem } from '../queue-item.ts'
import { areAlike, shinglesOf } from '../shingles.ts'
import { withoutAddresses } from '../words-in-post.ts'
import { alikeRows } from './alike-rows.ts'
import { isAhead, type Ledger, type Row } from './fold-ledger.ts'
import { whereabouts } from './whereabouts.ts'

/** What an item is recognized by; its time may not be settled yet. */
export type Recognizable = Pick<
  QueueItem,
  'id' | 'hash' | 'channel' | 'network' | 'parts' | 'at' | 'post' | 'formerPosts'
>

/** What it is recognized with. */
export interface Recognition {
  /** RFC 3339 instant. */
  now: string
  /** Those of the plan: rows of a channel that it has no more belong to any of the same network. */
  channels: Plan['channels']
}

/**
 * The row of each item that was handed over. Ids move when a snippet is put in before others, when its post or its
 * channel is renamed, or when it moves to another post, and words are edited; so that both are asked: first the same id
 * and words; then the same words of the same post; then nearly the same words of it on the channel; then the same words
 * on the channel whatever the post, and nearly the same; then, of rows that have not gone out yet, the same id whatever
 * the words, and any that are left of the post on the channel: one of them may be what the item was before. Other words
 * with a time ahead are something new once the row of their id has gone out; without such a time they are held to be
 * what the row was, so that nothing goes out twice by itself.
 */
export function recognize<T extends Recognizable>(
  items: readonly T[],
  { active }: Pick<Ledger, 'active'>,
  { now, channels }: Recognition,
): Map<T, Row> {
  const found = new Map<T, Row>()
  if (active.size === 0) return found
  const taken = new Set<Row>()
  let left: readonly T[] = items
  const isFree = (row: Row) => !taken.has(row)
  const pass = (rowFor: (item: T) => Row | undefined) => {
    left = left.filter((item) => {
      const row = rowFor(item)
      if (!row) return true
      found.set(item, row)
      taken.add(row)
      return false
    })
  }

  pass((item) => active.get(item.id)?.find((row) => isFree(row) && row.hash === item.hash))
  if (left.length === 0) return found
  const free = [...active.values()].flatMap((rows) => rows.filter(isFree))
  if (free.length === 0) return found

  const { postOf, channelOf, channelsOf } = whereabouts(items, channels)
  const wordsOfPost = ({ id, hash }: Pick<Row, 'id' | 'hash'>) => `${postOf(id)} ${numberOf(id)} ${hash}`
  const byWords = Map.groupBy(free, wordsOfPost)
  const sameWords = (item: T) => (byWords.get(wordsOfPost(item)) ?? []).filter(isFree)
  pass((item) => sameWords(item).find(({ at }) => at.instant === item.at?.instant))
  pass((item) => sameWords(item)[0])

  const placeOf = (id: string, channel: string) => `${postOf(id)} ${numberOf(id)} ${channel}`
  const byPlace = Map.groupBy(free, (row) => placeOf(row.id, channelOf(row)))
  const samePlace = (item: T) => {
    const rows = channelsOf(item).flatMap((channel) => byPlace.get(placeOf(item.id, channel)) ?? [])
    const isNamesake = ({ id }: Row) => Number(nameOf(id) === nameOf(item.id))
    return rows.filter(isFree).sort((a, b) => isNamesake(b) - isNamesake(a))
  }
  pass((item) => {
    const rows = samePlace(item)
    if (rows.length === 0) return undefined
    const shingles = shinglesOf(item.parts.join('\n'))
    return rows.find(({ text }) => areAlike(shingles, shinglesOf(text)))
  })
  if (left.length === 0) return found

  const onChannel = ({ id }: Pick<Row, 'id'>, channel: string) => `${numberOf(id)} ${channel}`
  const orphans = free.filter(isFree).sort((a, b) => compare(a.at.instant, b.at.instant))
  const byBareWords = Map.groupBy(orphans, (row) => `${onChannel(row, channelOf(row))} ${bare(row.text)}`)
  pass((item) => {
    const words = bare(item.parts.join('\n\n'))
    if (words === '') return undefined
    const rows = channelsOf(item).map((channel) =>
      lastFree(byBareWords.get(`${onChannel(item, channel)} ${words}`), taken),
    )
    return rows.find((row) => row !== undefined)
  })
  if (left.length === 0) return found

  const alike = alikeRows(orphans.filter(isFree), (row) => onChannel(row, channelOf(row)))
  pass((item) =>
    alike(
      channelsOf(item).map((channel) => onChannel(item, channel)),
      item.parts.join('\n'),
      isFree,
    ),
  )

  const isLeft = (row: Row) => isAhead(row, now)
  const withName = (item: T) => [
    ...(active.get(item.id) ?? []).filter(isFree),
    ...samePlace(item).filter(({ id }) => nameOf(id) === nameOf(item.id)),
  ]
  pass((item) => withName(item).find(isLeft))
  pass((item) => samePlace(item).find(isLeft))
  pass((item) => (item.at && item.at.instant > now ? undefined : withName(item)[0]))
  return found
}

/** What an id says behind its post and channel: which snippet, and which time of it. */
function nameOf(id: string): string {
  return id.slice(id.lastIndexOf('/', id.lastIndexOf('/') - 1) + 1)
}

/** Which time of something that goes out again. */
function numberOf(id: string): string {
  return id.slice(id.lastIndexOf('/') + 1)
}

function bare(words: string): string {
  return withoutAddresses(words).replace(/\s+/g, ' ').trim()
}

/** The last row that is not taken; those that are taken leave the list, so that it is gone through once. */
function lastFree(rows: Row[] | undefined, taken: ReadonlySet<Row>): Row | undefined {
  while (rows && rows.length > 0 && taken.has(rows.at(-1) as Row)) rows.pop()
  return rows?.at(-1)
}
