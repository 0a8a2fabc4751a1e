import type { Site, SitePost } from './site.ts'

/** The parts of a series in the order in which they are read: the oldest first, undated ones last. */
export function partsOfSeries(site: Site, id: string): readonly SitePost[] {
  const parts = site.posts.filter(({ series }) => series === id)
  return [...parts.filter(({ publish }) => publish).reverse(), ...parts.filter(({ publish }) => !publish)]
}
