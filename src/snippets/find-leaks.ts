import type { LeveledProblem } from './check-item.ts'
import type { QueueItem } from './queue-item.ts'
import { areAlike, shinglesOf, tellingOf } from './shingles.ts'

/** Items that pass on what another channel was promised alone, by id: in nearly the same words, or with its code. */
export function findLeaks(items: readonly QueueItem[]): Map<string, LeveledProblem[]> {
  const found = new Map<string, LeveledProblem[]>()
  const promises = new Map<number | string, { item: QueueItem; shingles: ReadonlySet<number> }[]>()
  for (const item of items.filter(({ only }) => only)) {
    const shingles = shinglesOf(item.parts.join('\n'))
    for (const key of [...tellingOf(shingles), ...codesIn(item)])
      promises.getOrInsertComputed(key, () => []).push({ item, shingles })
  }
  for (const item of promises.size > 0 ? items : []) {
    if (item.kind === 'activity') continue
    const shingles = shinglesOf(item.parts.join('\n'))
    const promised = [...tellingOf(shingles), ...codesIn(item)]
      .flatMap((key) =>
        (promises.get(key) ?? []).map((each) => ({ ...each, isCode: typeof key === 'string' })),
      )
      .find(
        (each) => each.item.channel !== item.channel && (each.isCode || areAlike(shingles, each.shingles)),
      )
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
