import { feedItems } from '../reader/feed-items.ts'
import { renderRss } from '../reader/rss.ts'
import { getSite } from '../reader/site.ts'

/** RSS 2.0 with full text. */
export async function GET(): Promise<Response> {
  const site = getSite()
  return new Response(renderRss(site, await feedItems(site)), {
    headers: { 'content-type': 'application/rss+xml; charset=utf-8' },
  })
}
