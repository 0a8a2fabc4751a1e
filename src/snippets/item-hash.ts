import { createHash } from 'node:crypto'
import type { QueueItem } from './queue-item.ts'

/**
 * Hash of what is sent: words, comment, link, media and channel. The time is no part of it.
 * @param image content hash of the image file, where there is one
 */
export function itemHash(
  { channel, parts, firstComment, url }: Pick<QueueItem, 'channel' | 'parts' | 'firstComment' | 'url'>,
  image: { hash: string; alt: string } | undefined,
): string {
  return createHash('sha256')
    .update(JSON.stringify([channel, parts, firstComment ?? null, url ?? null, image ?? null]))
    .digest('hex')
    .slice(0, 16)
}
