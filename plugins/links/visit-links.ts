import type { Place } from '../../src/calendar/fault.ts'
import { collectLinks } from '../../src/mdx/collect-links.ts'
import type { Opened } from '../../src/open.ts'
import { type Visit, visitLink } from './visit-link.ts'

/** An address outside the site, everywhere that posts lead to it, and what came of visiting it. */
export interface VisitedLink {
  url: string
  places: Place[]
  visit: Visit
}

const most = 8

/**
 * Visits every address outside the site that a shown post leads to: each once, several at a time, but never two of one
 * host together. In order of address.
 */
export async function visitLinks(
  opened: Opened,
  onVisit: (done: number, all: number) => void,
): Promise<VisitedLink[]> {
  const byHost = Map.groupBy(outsideLinks(opened), ([url]) => new URL(url).host)
  const all = [...byHost.values()].reduce((sum, links) => sum + links.length, 0)
  const visited: VisitedLink[] = []
  const hosts = byHost.values()
  const work = async () => {
    for (const links of hosts)
      for (const [url, places] of links) {
        visited.push({ url, places, visit: await visitLink(url) })
        onVisit(visited.length, all)
      }
  }
  await Promise.all(Array.from({ length: most }, work))
  return visited.sort((a, b) => (a.url < b.url ? -1 : 1))
}

function outsideLinks({ calendar, isShown, bodyOf }: Opened): Map<string, Place[]> {
  const links = new Map<string, Place[]>()
  for (const post of calendar.posts.filter(isShown))
    for (const { kind, url, file, line, column } of collectLinks(bodyOf(post))) {
      if (kind !== 'link' || !/^https?:/.test(url) || url.startsWith(calendar.plan.site.url)) continue
      const address = url.replace(/#.*/, '')
      links.set(address, [...(links.get(address) ?? []), { file, line, column }])
    }
  return links
}
