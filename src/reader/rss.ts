import { Feed } from 'feed'
import type { FeedItem } from './feed-items.ts'
import { absolute } from './href.ts'
import type { PublishedSite } from './published.ts'

/** RSS 2.0 with full text. Its own field for authors wants an e-mail address, so Dublin Core names them. */
export function renderRss(
  site: Pick<PublishedSite, 'name' | 'about' | 'url' | 'lang'>,
  items: readonly FeedItem[],
): string {
  const changes = items.map(({ modified }) => modified).sort()
  const feed = new Feed({
    title: xmlText(site.name),
    description: xmlText(site.about),
    link: absolute(site.url, '/'),
    language: site.lang,
    generator: 'Coldread',
    updated: new Date(changes.at(-1) ?? 0),
    feedLinks: { rss: absolute(site.url, '/rss.xml') },
  })
  for (const { link, title, summary, html, published, topics, author } of items)
    feed.addItem({
      link,
      title: xmlText(title),
      description: xmlText(summary),
      content: xmlText(html),
      date: new Date(published),
      category: topics.map((name) => ({ name: xmlText(name) })),
      extensions: author ? [{ name: 'dc:creator', objects: { _text: xmlText(author.name) } }] : [],
    })
  const xml = feed.rss2()
  return items.length > 0 ? xml : xml.replace(/\s*<lastBuildDate>.*<\/lastBuildDate>/, '')
}

/** Text without what XML cannot hold: most control characters, and the end of a CDATA section. */
function xmlText(text: string): string {
  return text
    .replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '')
    .replaceAll(']]>', ']]&gt;')
}
