import { siteFeed } from '../reader/feeds.ts'
import { getSite } from '../reader/site.ts'

/** JSON Feed with full text. */
export async function GET(): Promise<Response> {
  const feed = await siteFeed(await getSite(), (writer) => ({ author: [writer] }))
  return new Response(feed.json1(), { headers: { 'content-type': 'application/feed+json; charset=utf-8' } })
}
