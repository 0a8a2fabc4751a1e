import type { PublishedPost } from './published.ts'

/**
 * The parts of a series in the order in which they are read: the oldest first, undated ones last.
 * @param posts newest first
 */
export function partsOfSeries<P extends Pick<PublishedPost, 'series' | 'publish'>>(
  posts: readonly P[],
  id: string,
): readonly P[] {
  const parts = posts.filter(({ series }) => series === id)
  return [...parts.filter(({ publish }) => publish).reverse(), ...parts.filter(({ publish }) => !publish)]
}
