import type { BlogPostingLeaf } from 'schema-dts'
import { lastModified, publishedOn } from '../dates.ts'
import type { PublishedPost, PublishedSite } from '../published.ts'

/** Names by which a post refers to other nodes of its page. */
interface Neighbors {
  page: string
  website: string
  publisher: string
  author: string
  image: string | undefined
}

/** A post: what it asks, what it answers, when, and who says so. */
export function postNode(
  post: PublishedPost,
  site: Pick<PublishedSite, 'topics'>,
  { page, website, publisher, author, image }: Neighbors,
): BlogPostingLeaf {
  const published = publishedOn(post, post.lang)?.machine
  const modified = lastModified(post)
  const sections = post.topics.map((id) => site.topics[id]?.title ?? id)
  return {
    '@type': 'BlogPosting',
    '@id': `${page}#post`,
    headline: post.title,
    ...(post.description !== undefined && { description: post.description }),
    ...(post.answer !== undefined && { abstract: post.answer }),
    ...(published !== undefined && { datePublished: published }),
    ...(modified !== undefined && { dateModified: modified }),
    author: { '@id': author },
    publisher: { '@id': publisher },
    mainEntityOfPage: { '@id': page },
    isPartOf: { '@id': website },
    ...(image !== undefined && { image: { '@id': image } }),
    ...(sections.length > 0 && { articleSection: sections }),
    wordCount: post.words,
    inLanguage: post.lang,
  }
}
