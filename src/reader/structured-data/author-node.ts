import type { OrganizationLeaf, PersonLeaf } from 'schema-dts'
import { absolute } from '../href.ts'
import type { PublishedSite } from '../published.ts'

/** The name by which other nodes refer to an author. */
export function authorId(id: string, site: Pick<PublishedSite, 'url'>): string {
  return `${absolute(site.url, `/authors/${id}/`)}#author`
}

/** Who signs a post: a person or a group, with the page that says why to trust them. */
export function authorNode(
  id: string,
  site: Pick<PublishedSite, 'url' | 'authors'>,
): PersonLeaf | OrganizationLeaf | undefined {
  const author = site.authors[id]
  return (
    author && {
      '@type': author.kind === 'person' ? 'Person' : 'Organization',
      '@id': authorId(id, site),
      name: author.name,
      url: absolute(site.url, `/authors/${id}/`),
      ...(author.url !== undefined && { sameAs: author.url }),
    }
  )
}
