import { experimental_AstroContainer as AstroContainer } from 'astro/container'
import FeedText from '../components/FeedText.astro'
import { changeInstant } from './dates.ts'
import { feedHtml } from './feed-html.ts'
import { firstSentence } from './first-sentence.ts'
import { absolute } from './href.ts'
import type { Site } from './shown-site.ts'
import { textOfHtml } from './text-of-html.ts'

/** So many posts stand in a feed, the newest ones. */
const longest = 30

/** A post as feeds carry it. Addresses are full ones, times RFC 3339 in UTC. */
export interface FeedItem {
  link: string
  title: string
  /** A sentence or two, plain text. */
  summary: string
  /** The whole post; no address in it is relative, and nothing in it runs. */
  html: string
  lang: string
  published: string
  modified: string
  /** Its picture for social cards, where the site has such. */
  image?: string
  topics: readonly string[]
  /** Who signs it, and the page about them. */
  author?: { name: string; link: string }
}

const kept = new WeakMap<Site, Promise<FeedItem[]>>()

/** The newest posts in full, rendered once a build. */
export function feedItems(site: Site): Promise<FeedItem[]> {
  const known = kept.get(site) ?? renderItems(site)
  kept.set(site, known)
  return known
}

async function renderItems(site: Site): Promise<FeedItem[]> {
  const container = await AstroContainer.create()
  const items: FeedItem[] = []
  for (const post of site.posts) {
    const modified = changeInstant(post)
    if (!post.publish || !modified) continue
    const link = absolute(site.url, post.path)
    const html = feedHtml(await container.renderToString(FeedText, { props: { post } }), link)
    const author = site.authors[post.author]
    items.push({
      ...{ link, title: post.title, html, lang: post.lang, published: post.publish.instant, modified },
      summary: post.description ?? post.answer ?? firstSentence(textOfHtml(html)),
      ...(post.card !== undefined && { image: absolute(site.url, post.card) }),
      topics: post.topics.map((id) => site.topics[id]?.title ?? id),
      ...(author && { author: { name: author.name, link: absolute(site.url, `/authors/${post.author}/`) } }),
    })
    if (items.length === longest) break
  }
  return items
}
