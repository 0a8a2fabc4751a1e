import { hash } from 'node:crypto'
import type { QueueItem } from './queue-item.ts'

/** Hash of what is sent: words, comment, link, media and channel. The time is no part of it. */
export function itemHash({
  channel,
  parts,
  firstComment,
  url,
  image,
}: Pick<QueueItem, 'channel' | 'parts' | 'firstComment' | 'url' | 'image'>): string {
  const media = image ? { hash: image.hash, alt: image.alt } : null
  return hash('sha256', JSON.stringify([channel, parts, firstComment ?? null, url ?? null, media])).slice(
    0,
    16,
  )
}
