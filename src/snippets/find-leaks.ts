import type { LeveledProblem } from './check-item.ts'
import type { QueueItem } from './queue-item.ts'
import { areAlike, type Shingles, shinglesOf, tellingOf } from './shingles.ts'

/** Items that pass on what another channel was promised alone, by id: in nearly the same words, or with its code. */
export function findLeaks(items: readonly QueueItem[]): Map<string, LeveledProblem[]> {
  const found = new Map<string, LeveledProblem[]>()
  const promises = new Map<number | string, { item: QueueItem; shingles: Shingles }[]>()
  for (const item of items.filter(({ only }) => only)) {
    const shingles = shinglesOf(item.parts.join('\n'))
    for (const key of [...tellingOf(shingles), ...codesIn(item)])
      promises.getOrInsertComputed(key, () => []).push({ item, shingles })
  }
  for (const item of promises.size > 0 ? items : []) {
    if (item.kind === 'activity') continue
    const shingles = shinglesOf(item.parts.join('\n'))
    const isLeak = (key: number | string) => (each: { item: QueueItem; shingles: Shingles }) =>
      each.item.channel !== item.channel && (typeof key === 'string' || areAlike(shingles, each.shingles))
    let promised: { item: QueueItem } | undefined
    for (const key of [...codesIn(item), ...tellingOf(shingles)])
      promised ??= promises.get(key)?.find(isLeak(key))
    if (promised)
      found.set(item.id, [
        {
          level: 'warning',
          field: item.field,
          what: `\`${promised.item.channel}\` was promised this offer alone${fromPost(promised.item, item)}`,
          mend: 'leave it out here, or remove `only` there',
        },
      ])
  }
  return found
}

/** What is typed in at a till: capitals with digits, as in `SAVE20`. */
function codesIn({ parts }: QueueItem): Set<string> {
  return new Set(parts.join('\n').match(/\b(?=\d*[A-Z])(?=[A-Z]*\d)[A-Z\d]{4,}\b/g))
}

/** The post that something comes from, where it is not the item's own. */
export function fromPost({ post }: QueueItem, { post: own }: QueueItem): string {
  return post === undefined || post === own ? '' : `, from \`${post}\``
}
