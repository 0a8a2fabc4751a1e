import type { Graph, Thing } from 'schema-dts'
import { cardSize } from '../card-size.ts'
import { crumbsAbove } from '../crumbs.ts'
import { absolute } from '../href.ts'
import type { PublishedPost, PublishedSite } from '../published.ts'
import { authorId, authorNode } from './author-node.ts'
import { crumbsNode } from './crumbs-node.ts'
import { pageKind } from './page-kind.ts'
import { postNode } from './post-node.ts'

/** What a page says of itself to machines. */
export interface PageFacts {
  /** Path below the site's address. */
  path: string
  /** Text of its h1. */
  heading: string
  description?: string | undefined
  /** Full address of its picture for social cards, 1200 × 630, where it has one. */
  image?: string | undefined
  /** The post that the page shows. */
  post?: PublishedPost | undefined
}

/** A page in the words of schema.org: one graph, whose nodes refer to each other by `@id`. */
export function pageGraph(
  { path, heading, description, image, post }: PageFacts,
  site: PublishedSite,
): Graph {
  const home = absolute(site.url, '/')
  const page = absolute(site.url, path)
  const [publisher, website] = [`${home}#publisher`, `${home}#site`]
  const kind = pageKind(path)
  const authorOfPage = post?.author ?? /^\/authors\/(.+)\/$/.exec(path)?.[1]
  const author = authorOfPage === undefined ? undefined : authorNode(authorOfPage, site)
  const above = crumbsAbove(path, site, post)
  const crumbs = above.length > 0 ? crumbsNode(above, { url: site.url, page, heading }) : undefined
  const nodes: (Thing | undefined)[] = [
    { '@type': 'Organization', '@id': publisher, name: site.name, url: home },
    {
      '@type': 'WebSite',
      '@id': website,
      name: site.name,
      url: home,
      description: site.about,
      publisher: { '@id': publisher },
      inLanguage: site.lang,
    },
    {
      '@type': kind,
      '@id': page,
      url: page,
      name: heading,
      ...(description !== undefined && !post && { description }),
      isPartOf: { '@id': website },
      ...(image !== undefined && { primaryImageOfPage: { '@id': image } }),
      ...(crumbs && { breadcrumb: { '@id': `${page}#crumbs` } }),
      ...(kind === 'ProfilePage' && author && { mainEntity: { '@id': authorId(authorOfPage ?? '', site) } }),
      inLanguage: site.lang,
    },
    image === undefined
      ? undefined
      : {
          '@type': 'ImageObject',
          '@id': image,
          url: image,
          width: String(cardSize.width),
          height: String(cardSize.height),
        },
    crumbs,
    post &&
      postNode(post, site, {
        ...{ page, website, publisher, image },
        author: author ? authorId(post.author, site) : publisher,
      }),
    author,
  ]
  return { '@context': 'https://schema.org', '@graph': nodes.filter((node) => node !== undefined) }
}

/** A graph as a script element holds it: nothing in it can end the element. */
export function renderGraph(graph: Graph): string {
  return JSON.stringify(graph).replaceAll('<', '\\u003c')
}
