import type { Network } from './network.ts'
import type { QueueItem } from './queue-item.ts'

/** Why an image, or none, does not do on a network. */
export function mediaProblem(
  image: Pick<NonNullable<QueueItem['image']>, 'alt'> | undefined,
  { name, images }: Network,
): { level: 'error' | 'warning'; what: string; mend: string } | undefined {
  if (images.isNeeded && !image)
    return {
      level: 'error',
      what: `${name} posts nothing without an image`,
      mend: 'add `image: { src: ./name.png, alt: What it shows }`',
    }
  if (image && images.most === 0)
    return {
      level: 'warning',
      what: `nobody sees an image on ${name}`,
      mend: 'say it in words, and remove `image`',
    }
  if (image && images.hasAlt && image.alt.trim() === '')
    return {
      level: 'error',
      what: 'this image is not described',
      mend: 'say in `alt` what it shows, for someone who cannot see it',
    }
  return undefined
}
