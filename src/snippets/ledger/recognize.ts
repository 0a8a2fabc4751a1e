import type { QueueItem } from '../queue-item.ts'
import { areAlike, shinglesOf } from '../shingles.ts'
import { withoutAddresses } from '../words-in-post.ts'
import type { Ledger, Row } from './fold-ledger.ts'

/** What an item is recognized by; its time may not be settled yet. */
export type Recognizable = Pick<QueueItem, 'id' | 'hash' | 'channel' | 'parts' | 'at'>

/**
 * The row of each item that was handed over. Ids move when a snippet is put in before others, and words are edited, so
 * that both are asked: first the same id and words; then the same words of the same post; then nearly the same words of
 * it on the channel; then, of rows that have not gone out yet, the same words on the channel whatever the post, the same
 * id whatever the words, and at last any that are left of the post on the channel: one of them may be what the item was
 * before. Other words with a time ahead are something new once the row of their id has gone out; without such a time
 * they are held to be what the row was, so that nothing goes out twice by itself.
 * @param now RFC 3339 instant
 */
export function recognize<T extends Recognizable>(
  items: readonly T[],
  { active }: Pick<Ledger, 'active'>,
  now: string,
): Map<T, Row> {
  const found = new Map<T, Row>()
  if (active.size === 0) return found
  const taken = new Set<Row>()
  let left: readonly T[] = items
  const pass = (rowFor: (item: T) => Row | undefined) => {
    left = left.filter((item) => {
      const row = rowFor(item)
      if (!row) return true
      found.set(item, row)
      taken.add(row)
      return false
    })
  }
  const isFree = (row: Row) => !taken.has(row)
  const withId = ({ id }: T) => (active.get(id) ?? []).filter(isFree)

  pass((item) => active.get(item.id)?.find((row) => isFree(row) && row.hash === item.hash))
  if (left.length === 0) return found
  const free = [...active.values()].flatMap((rows) => rows.filter(isFree))
  if (free.length === 0) return found

  const byWords = Map.groupBy(free, wordsOfPost)
  const sameWords = (item: T) => (byWords.get(wordsOfPost(item)) ?? []).filter(isFree)
  pass((item) => sameWords(item).find(({ at }) => at.instant === item.at?.instant))
  pass((item) => sameWords(item)[0])
  const byPlace = Map.groupBy(free, placeOf)
  const samePlace = (item: T) => {
    const rows = (byPlace.get(placeOf(item)) ?? []).filter(isFree)
    return rows.sort((a, b) => Number(b.id === item.id) - Number(a.id === item.id))
  }
  pass((item) => {
    const rows = samePlace(item)
    if (rows.length === 0) return undefined
    const shingles = shinglesOf(item.parts.join('\n'))
    return rows.find(({ text }) => areAlike(shingles, shinglesOf(text)))
  })
  const isAhead = ({ at }: Row) => at.instant > now
  const onChannel = Map.groupBy(
    free.filter((row) => isFree(row) && isAhead(row)),
    ({ id, channel, text }) => `${channel} ${numberOf(id)} ${bare(text)}`,
  )
  pass((item) =>
    onChannel.size === 0
      ? undefined
      : onChannel.get(`${item.channel} ${numberOf(item.id)} ${bare(item.parts.join('\n\n'))}`)?.find(isFree),
  )
  pass((item) => withId(item).find(isAhead))
  pass((item) => samePlace(item).find(isAhead))
  pass((item) => (item.at && item.at.instant > now ? undefined : withId(item)[0]))
  return found
}

/** Channel, words and media, of one post and of the same occurrence. */
function wordsOfPost({ id, hash }: Pick<Row, 'id' | 'hash'>): string {
  return `${postOf(id)} ${numberOf(id)} ${hash}`
}

/** Channel of one post, and occurrence. */
function placeOf({ id, channel }: Pick<Row, 'id' | 'channel'>): string {
  return `${postOf(id)} ${numberOf(id)} ${channel}`
}

/** The post that an id belongs to, or the file of activities. */
export function postOf(id: string): string {
  return id.startsWith('activity/')
    ? id.slice(0, id.lastIndexOf('/', id.lastIndexOf('/') - 1))
    : id.slice(0, id.indexOf('/'))
}

/** Which time of something that goes out again. */
function numberOf(id: string): string {
  return id.slice(id.lastIndexOf('/') + 1)
}

function bare(words: string): string {
  return withoutAddresses(words).replace(/\s+/g, ' ').trim()
}
