import type { LeveledProblem } from './check-item.ts'
import { fromPost } from './find-leaks.ts'
import type { QueueItem } from './queue-item.ts'
import { areAlike, rarityIn, type Shingles, shinglesOf, tellingOf } from './shingles.ts'

interface Said {
  item: QueueItem
  /** In milliseconds. */
  time: number
  shingles: Shingles
}

/**
 * Items that say nearly what their channel said within so many days before, by id, unless both are wordings of one
 * snippet.
 * @param items by time
 */
export function findRepeats(items: readonly QueueItem[], days = 30): Map<string, LeveledProblem[]> {
  const found = new Map<string, LeveledProblem[]>()
  for (const [channel, all] of Map.groupBy(items.flatMap(said), ({ item }) => item.channel)) {
    const rarity = rarityIn(all.map(({ shingles }) => shingles))
    const byShingle = new Map<number, Said[]>()
    for (const each of all) {
      const rarest = tellingOf(each.shingles, rarity)
      const earlier = latestAlike(each, rarest, byShingle, days)
      if (earlier)
        found.set(each.item.id, [
          {
            level: 'warning',
            field: each.item.field,
            what: `\`${channel}\` has nearly these words on \`${dayOf(earlier.item)}\` already${fromPost(earlier.item, each.item)}`,
            mend: 'say something else, or let one snippet go out again with `repeat` and `variants`',
          },
        ])
      for (const shingle of rarest) byShingle.getOrInsertComputed(shingle, () => []).push(each)
    }
  }
  return found
}

function said(item: QueueItem): Said[] {
  if (!item.at || item.kind === 'activity') return []
  return [{ item, time: Date.parse(item.at.instant), shingles: shinglesOf(item.parts.join('\n')) }]
}

function latestAlike(
  { item, time, shingles }: Said,
  rarest: Shingles,
  byShingle: ReadonlyMap<number, readonly Said[]>,
  days: number,
): Said | undefined {
  for (const shingle of rarest) {
    const sharing = byShingle.get(shingle) ?? []
    for (let index = sharing.length - 1; index >= 0; index--) {
      const other = sharing[index] as Said
      if (time - other.time > days * 86_400_000) break
      if (other.item.series !== item.series && areAlike(shingles, other.shingles)) return other
    }
  }
  return undefined
}

function dayOf({ at }: QueueItem): string {
  return at?.local.slice(0, 10) ?? ''
}
