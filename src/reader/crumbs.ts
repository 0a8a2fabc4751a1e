import type { PublishedPost, PublishedSite } from './published.ts'

/** A page above another one. */
export interface Crumb {
  /** Path below the site's address. */
  to: string
  name: string
}

/** The pages above a page, the home page first. A post stands below its first topic, or below the news. */
export function crumbsAbove(
  path: string,
  site: Pick<PublishedSite, 'topics'>,
  post?: Pick<PublishedPost, 'goal' | 'topics'>,
): readonly Crumb[] {
  if (path === '/') return []
  const home = { to: '/', name: 'Home' }
  const topic = post?.topics[0]
  if (post?.goal === 'retain') return [home, { to: '/news/', name: 'News' }]
  if (topic) return [home, { to: `/topics/${topic}/`, name: site.topics[topic]?.title ?? topic }]
  if (/^\/topics\/./.test(path)) return [home, { to: '/topics/', name: 'Topics' }]
  if (/^\/authors\/./.test(path)) return [home, { to: '/about/', name: 'About' }]
  if (/^\/rules\/./.test(path)) return [home, { to: '/rules/', name: 'Rules' }]
  return [home]
}
