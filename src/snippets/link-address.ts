import type { Plan } from '../calendar/plan.ts'
import type { Post } from '../calendar/post.ts'
import type { NetworkName } from '../calendar/vocabulary.ts'

/** The address of a post's page with the parameters of the plan's `links`, so that visits can be told apart. */
export function linkAddress(
  post: Pick<Post, 'path' | 'slug'>,
  { site, links }: Pick<Plan, 'site' | 'links'>,
  channel: string,
  network: NetworkName,
): string {
  const url = new URL(site.url + encodeURI(post.path))
  const names: Record<string, string> = { network, channel, post: post.slug }
  const fill = (pattern: string) =>
    pattern.replace(/\{(\w+)\}/g, (whole, name: string) => names[name] ?? whole)
  for (const [parameter, pattern] of Object.entries(links ?? {}))
    if (pattern !== '') url.searchParams.set(`utm_${parameter}`, fill(pattern))
  return url.href
}
