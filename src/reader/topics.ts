import type { ShownPost, Site } from './shown-site.ts'

const kept = new WeakMap<Site, ReadonlyMap<string, readonly ShownPost[]>>()

/** The posts that answer a search, by topic, newest first. Topics without one are missing, and so is news. */
export function postsByTopic(site: Site): ReadonlyMap<string, readonly ShownPost[]> {
  const known = kept.get(site)
  if (known) return known
  const found = new Map<string, ShownPost[]>()
  for (const post of site.posts) {
    if (post.goal === 'retain') continue
    for (const topic of post.topics) {
      const shelf = found.get(topic)
      if (shelf) shelf.push(post)
      else found.set(topic, [post])
    }
  }
  kept.set(site, found)
  return found
}

/** Topics that have at least one post, in the order of the plan. */
export function filledTopics(
  site: Site,
): { id: string; title: string; intro?: string | undefined; posts: readonly ShownPost[] }[] {
  const byTopic = postsByTopic(site)
  return Object.entries(site.topics).flatMap(([id, topic]) => {
    const posts = byTopic.get(id)
    return posts ? [{ id, ...topic, posts }] : []
  })
}
