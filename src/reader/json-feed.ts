import type { FeedItem } from './feed-items.ts'
import { absolute } from './href.ts'
import type { PublishedSite } from './published.ts'

/** JSON Feed 1.1 (https://jsonfeed.org/version/1.1) with full text. */
export function renderJsonFeed(
  site: Pick<PublishedSite, 'name' | 'about' | 'url' | 'lang'>,
  items: readonly FeedItem[],
): string {
  return JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: site.name,
    description: site.about,
    home_page_url: absolute(site.url, '/'),
    feed_url: absolute(site.url, '/feed.json'),
    language: site.lang,
    items: items.map(({ link, title, summary, html, lang, published, modified, image, topics, author }) => ({
      ...{ id: link, url: link, title, summary, content_html: html },
      ...(image !== undefined && { image }),
      ...{ date_published: published, date_modified: modified, language: lang },
      ...(author && { authors: [{ name: author.name, url: author.link }] }),
      ...(topics.length > 0 && { tags: topics }),
    })),
  })
}
