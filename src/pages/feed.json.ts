import { feedItems } from '../reader/feed-items.ts'
import { renderJsonFeed } from '../reader/json-feed.ts'
import { getSite } from '../reader/site.ts'

/** JSON Feed with full text. */
export async function GET(): Promise<Response> {
  const site = getSite()
  return new Response(renderJsonFeed(site, await feedItems(site)), {
    headers: { 'content-type': 'application/feed+json; charset=utf-8' },
  })
}
