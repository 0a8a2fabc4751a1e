import { experimental_AstroContainer as AstroContainer } from 'astro/container'
import { Feed } from 'feed'
import FeedText from '../components/FeedText.astro'
import { changeInstant } from './dates.ts'
import { feedHtml } from './feed-html.ts'
import { absolute } from './href.ts'
import type { Site, SitePost } from './site.ts'

/** So many posts stand in a feed, the newest ones. */
const longest = 30

/** The newest posts in full, for apps that read feeds. */
export async function siteFeed(site: Site): Promise<Feed> {
  const posts = site.posts.filter(({ publish }) => publish).slice(0, longest)
  const changes = posts.map((post) => changeInstant(post, site.zone) as string)
  const feed = new Feed({
    id: absolute(site.url, '/'),
    title: site.name,
    description: site.about,
    link: absolute(site.url, '/'),
    language: site.lang,
    generator: 'Coldread',
    updated: new Date(changes.reduce((newest, each) => (each > newest ? each : newest), '1970-01-01T00:00:00Z')),
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
      author: authorsOf(post, site),
      category: post.topics.map((id) => ({ name: site.topics[id]?.title ?? id })),
    })
  }
  return feed
}

function authorsOf(post: SitePost, site: Site): { name: string; link: string }[] {
  const author = site.authors[post.author]
  return author ? [{ name: author.name, link: absolute(site.url, `/authors/${post.author}/`) }] : []
}
