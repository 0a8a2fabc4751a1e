import { hash } from 'node:crypto'
import type { Message } from '../../src/delivery/message.ts'
import type { Attempt, Outcome } from '../../src/delivery/sender.ts'

/** An image as it was fetched. */
export interface FetchedImage {
  bytes: Uint8Array<ArrayBuffer>
  /** As in `image/png`. */
  type: string
  name: string
  alt: string
}

/**
 * Fetches the image of a message from where the site publishes it early. Its name holds a hash of its bytes, so that
 * nothing else is ever posted for it. Whatever goes wrong is an outcome: nothing was posted yet.
 */
export async function fetchImage(
  { url, name, alt }: NonNullable<Message['image']>,
  { fetch, signal }: Pick<Attempt, 'fetch' | 'signal'>,
): Promise<FetchedImage | Extract<Outcome, { is: 'later' }>> {
  const later = (why: string) => ({ is: 'later' as const, why: `its image ${url} ${why}` })
  try {
    const response = await fetch(url, { signal })
    if (!response.ok) return later(`is not there (status ${response.status}): build and publish the site`)
    const bytes = new Uint8Array(await response.arrayBuffer())
    if (hash('sha256', bytes).slice(0, 16) !== name.slice(0, name.lastIndexOf('.')))
      return later('is not what the content holds: build and publish the site')
    return { bytes, type: imageTypes[name.slice(name.lastIndexOf('.') + 1)] ?? octets, name, alt }
  } catch (error) {
    return { ...later(`could not be fetched (${(error as Error).name})`), isAway: true }
  }
}

const octets = 'application/octet-stream'
const imageTypes: Record<string, string> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  avif: 'image/avif',
}
