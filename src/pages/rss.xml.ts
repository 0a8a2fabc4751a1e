import { siteFeed } from '../reader/feeds.ts'
import { getSite } from '../reader/site.ts'

/** RSS 2.0 with full text. Its own field for authors wants an e-mail address, so Dublin Core names them. */
export async function GET(): Promise<Response> {
  const feed = await siteFeed(await getSite(), ({ name }) => ({
    extensions: [{ name: 'dc:creator', objects: { _text: name } }],
  }))
  return new Response(feed.rss2(), { headers: { 'content-type': 'application/rss+xml; charset=utf-8' } })
}
