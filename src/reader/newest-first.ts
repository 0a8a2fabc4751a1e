import type { PublishedPost } from './published.ts'

/** The order of posts on a site: newest first, undated ones, which only a preview shows, last; then by slug. */
export function newestFirst(
  a: Pick<PublishedPost, 'publish' | 'slug'>,
  b: Pick<PublishedPost, 'publish' | 'slug'>,
): number {
  const [first, second] = [a.publish?.instant ?? '', b.publish?.instant ?? '']
  return first > second ? -1 : first < second ? 1 : a.slug < b.slug ? -1 : 1
}
