import { hash } from 'node:crypto'
import type { QueueItem } from './queue-item.ts'

/** Hash of what is sent: words, comment, link, media and channel. The time is no part of it. */
export function itemHash(
  { channel, firstComment, url, image }: Pick<QueueItem, 'channel' | 'firstComment' | 'url' | 'image'>,
  parts: readonly string[],
): string {
  const media = image ? { hash: image.hash, alt: image.alt } : null
  const said = JSON.stringify([channel, parts, firstComment ?? null, url ?? null, media])
  return hash('sha256', said).slice(0, 16)
}
