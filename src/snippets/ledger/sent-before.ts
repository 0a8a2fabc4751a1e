import type { QueueItem } from '../queue-item.ts'
import { areAlike, shinglesOf } from '../shingles.ts'
import type { Pair } from './diff-queue.ts'
import { writtenPostOf } from './whereabouts.ts'

/**
 * Items that stay behind because something went out under their name already: the same words, wanted at another time, or
 * other words at no time of their own. Whether they replace what went out, or are something new, only their writer knows.
 * @param past as in a difference
 * @param now RFC 3339 instant
 */
export function sentBefore(
  past: readonly Pair<QueueItem>[],
  now: string,
): { item: QueueItem; what: string; mend: string }[] {
  return past.flatMap(({ item, row }) => {
    const isAhead = item.at !== undefined && item.at.instant > now
    const when = row.at.local.replace('T', ' ')
    const from = writtenPostOf(row.id)
    const isMoved = item.post !== undefined && ![item.post, ...(item.formerPosts ?? [])].includes(from)
    const what = `its words were handed over for ${when} already${isMoved ? `, from \`${from}\`` : ''}`
    if (isAhead) return [{ item, what, mend: 'say it in other words, or let it go out again with `repeat`' }]
    const isSame = row.hash === item.hash || areAlike(shinglesOf(item.parts.join('\n')), shinglesOf(row.text))
    if (isSame && !isMoved) return []
    if (isSame)
      return [
        {
          item,
          what,
          mend: `if it is to go out again, say it in other words; if this post was called \`${from}\` before, write \`formerSlugs: [${from}]\` in it`,
        },
      ]
    return [
      {
        item,
        what: `other words were handed over under its name for ${when}`,
        mend: 'if these are to go out too, give them a time of their own with `at`',
      },
    ]
  })
}
