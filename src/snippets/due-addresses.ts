import { imageName, type QueueItem } from './queue-item.ts'
import { addressesIn } from './words-in-post.ts'

/** An address that something leads to or shows soon. */
export interface DueAddress {
  url: string
  kind: 'link' | 'image'
  /** What needs it, by time. */
  items: readonly QueueItem[]
}

/** Addresses that are needed between now and an instant, each once, and those of pages that cannot be there yet. */
export interface Due {
  now: readonly DueAddress[]
  /** With when each page can be there. */
  later: readonly (DueAddress & { from: string })[]
}

/**
 * The links and images of what goes out within so many hours.
 * @param now RFC 3339 instant
 * @param siteUrl the site's address, without a slash at its end
 */
export function dueAddresses(items: readonly QueueItem[], now: string, siteUrl: string, hours = 48): Due {
  const end = Temporal.Instant.from(now).add({ hours }).toString()
  const found = new Map<string, { kind: DueAddress['kind']; items: QueueItem[]; from?: string }>()
  for (const item of items) {
    if (!item.at || item.kind === 'activity' || item.at.instant <= now || item.at.instant > end) continue
    const words = [...item.parts, item.firstComment ?? '', item.url ?? ''].join('\n')
    const add = (url: string, kind: DueAddress['kind'], from?: string) => {
      const known = found.getOrInsertComputed(url, () => ({ kind, items: [], ...(from && { from }) }))
      if (!known.items.includes(item)) known.items.push(item)
    }
    for (const url of addressesIn(words)) {
      const isOwnPage = url === item.url || url.startsWith(`${siteUrl}/`)
      const isAhead = item.waitsUntil !== undefined && item.waitsUntil > now
      add(url, 'link', isOwnPage && isAhead ? item.waitsUntil : undefined)
    }
    if (item.image) add(`${siteUrl}/m/${imageName(item.image)}`, 'image')
  }
  const due = [...found].map(([url, each]) => ({ url, ...each }))
  return {
    now: due.filter(({ from }) => from === undefined),
    later: due.flatMap(({ from, ...each }) => (from === undefined ? [] : [{ ...each, from }])),
  }
}
