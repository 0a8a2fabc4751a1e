import { experimental_AstroContainer as AstroContainer } from 'astro/container'
import { Feed, type Item } from 'feed'
import FeedText from '../components/FeedText.astro'
import { changeInstant } from './dates.ts'
import { feedHtml } from './feed-html.ts'
import { absolute } from './href.ts'
import type { Site, SitePost } from './site.ts'

/** So many posts stand in a feed, the newest ones. */
const longest = 30

/** Who wrote a post, and the full address of their page. */
interface Writer {
  name: string
  link: string
}

/**
 * The newest posts in full, for apps that read feeds.
 * @param signedBy how the kind of feed at hand names a writer
 */
export async function siteFeed(site: Site, signedBy: (writer: Writer) => Partial<Item>): Promise<Feed> {
  const posts = site.posts.filter(({ publish }) => publish).slice(0, longest)
  const changes = posts.map((post) => changeInstant(post, site.zone) as string)
  const feed = new Feed({
    id: absolute(site.url, '/'),
    title: site.name,
    description: site.about,
    link: absolute(site.url, '/'),
    language: site.lang,
    generator: 'Coldread',
    updated: new Date(changes.toSorted().at(-1) ?? 0),
    feedLinks: { rss: absolute(site.url, '/rss.xml'), json: absolute(site.url, '/feed.json') },
  })
  const container = await AstroContainer.create()
  for (const [index, post] of posts.entries()) {
    const link = absolute(site.url, post.path)
    const html = await container.renderToString(FeedText, { props: { post } })
    feed.addItem({
      id: link,
      link,
      title: post.title,
      ...(post.description !== undefined && { description: post.description }),
      content: feedHtml(html, link),
      published: new Date(post.publish?.instant as string),
      date: new Date(changes[index] as string),
      ...signature(post, site, signedBy),
      category: post.topics.map((id) => ({ name: site.topics[id]?.title ?? id })),
    })
  }
  return feed
}

function signature(post: SitePost, site: Site, signedBy: (writer: Writer) => Partial<Item>): Partial<Item> {
  const author = site.authors[post.author]
  return author ? signedBy({ name: author.name, link: absolute(site.url, `/authors/${post.author}/`) }) : {}
}
