import type { Site, SitePost } from './site.ts'
import { postsByTopic } from './topics.ts'

const fewest = 3
const most = 5

/**
 * Three to five posts that a reader of this one may want next, fewer where the site has fewer: those its writer chose,
 * then those that share most topics; ties are broken by slug. Posts for customers are no answer to a search.
 */
export function relatedTo(post: SitePost, site: Site): readonly SitePost[] {
  const isOther = (other: SitePost) => other.slug !== post.slug && other.goal === 'acquire'
  const chosen = post.related
    .flatMap((slug) => site.posts.find((each) => each.slug === slug) ?? [])
    .filter(isOther)

  const shared = new Map<SitePost, number>()
  for (const topic of post.topics)
    for (const other of postsByTopic(site).get(topic) ?? [])
      if (isOther(other) && !chosen.includes(other)) shared.set(other, (shared.get(other) ?? 0) + 1)
  const near = [...shared]
    .sort(([a, m], [b, n]) => n - m || (a.slug < b.slug ? -1 : 1))
    .map(([other]) => other)

  const found = [...chosen, ...near].slice(0, most)
  if (found.length >= fewest) return found
  const rest = site.posts.filter((other) => isOther(other) && !found.includes(other))
  return [...found, ...rest.slice(0, fewest - found.length)]
}
