import type { Place } from '../../src/calendar/fault.ts'
import { collectLinks } from '../../src/mdx/collect-links.ts'
import type { Opened } from '../../src/open.ts'
import { visitAll } from './visit-all.ts'
import type { Visit } from './visit-link.ts'

/** An address outside the site, everywhere that posts lead to it, and what came of visiting it. */
export interface VisitedLink {
  url: string
  places: Place[]
  visit: Visit
}

/** Visits every address outside the site that a shown post leads to. In order of address. */
export async function visitLinks(
  opened: Opened,
  onVisit: (done: number, all: number) => void,
): Promise<VisitedLink[]> {
  const links = outsideLinks(opened)
  const visits = await visitAll(links.keys(), onVisit)
  return [...links]
    .map(([url, places]) => ({ url, places, visit: visits.get(url) as Visit }))
    .sort((a, b) => (a.url < b.url ? -1 : 1))
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
