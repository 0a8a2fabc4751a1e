import type { FetchedImage } from '../fetch-image.ts'

/** What a post of Bluesky can hold: bytes, after the schema of `app.bsky.embed.images` (1 MB before April 2026). */
const mostBytes = 2_000_000
/** Pixels of a side to begin with: no screen that shows a post is larger. */
const longestSide = 2000
const shown = new Set(['image/jpeg', 'image/png', 'image/webp', 'image/gif'])

/** An image that fits, and its size in pixels; undefined where it is no image that can be read. */
export async function fitImage({ bytes, type }: Pick<FetchedImage, 'bytes' | 'type'>): Promise<
  | {
      bytes: Uint8Array<ArrayBuffer>
      type: string
      size: { width: number; height: number }
    }
  | undefined
> {
  // Loaded only by those who post images.
  const { default: sharp } = await import('sharp')
  try {
    const { autoOrient } = await sharp(bytes).metadata()
    if (bytes.length <= mostBytes && shown.has(type)) {
      const { width, height } = autoOrient
      return { bytes, type, size: { width, height } }
    }
    for (let side = longestSide; side >= 500; side = Math.floor(side / 1.5)) {
      const { data, info } = await sharp(bytes)
        .autoOrient()
        .resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true })
        .flatten({ background: '#fff' })
        .jpeg({ quality: 85 })
        .toBuffer({ resolveWithObject: true })
      if (data.length <= mostBytes)
        return {
          bytes: new Uint8Array(data),
          type: 'image/jpeg',
          size: { width: info.width, height: info.height },
        }
    }
  } catch {
    return undefined
  }
  return undefined
}
