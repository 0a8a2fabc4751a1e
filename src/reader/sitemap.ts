import { lastModified, newestChange } from './dates.ts'
import { absolute } from './href.ts'
import { partsOfSeries } from './series.ts'
import type { Site } from './shown-site.ts'
import { filledTopics } from './topics.ts'

/** A page that search engines may show. */
interface IndexedPage {
  path: string
  /** RFC 3339 or a day; undefined for pages that change with the plan, which has no dates. */
  changed?: string | undefined
}

/** Every page that search engines may show: none that is empty, nor search and 404. */
function indexedPages(site: Site): readonly IndexedPage[] {
  const { posts } = site
  const news = posts.filter(({ goal }) => goal === 'retain')
  const shelves = [
    ...filledTopics(site).map(({ id, posts }) => ({ path: `/topics/${id}/`, posts })),
    ...Object.keys(site.series).map((id) => ({ path: `/series/${id}/`, posts: partsOfSeries(posts, id) })),
    ...Object.keys(site.authors).map((id) => ({
      path: `/authors/${id}/`,
      posts: posts.filter(({ author }) => author === id),
    })),
    { path: '/news/', posts: news },
  ].filter(({ posts }) => posts.length > 0)
  const ours: IndexedPage[] = [
    { path: '/', changed: newestChange(posts) },
    { path: '/about/' },
    ...(site.glossary.length > 0 ? [{ path: '/glossary/' }] : []),
    ...(site.answers.length > 0 ? [{ path: '/where-we-answer/' }] : []),
    { path: '/topics/', changed: newestChange(posts.filter(({ goal }) => goal === 'acquire')) },
    ...shelves.map(({ path, posts }) => ({ path, changed: newestChange(posts) })),
    ...posts.map((post) => ({ path: post.path, changed: lastModified(post) })),
  ]
  const known = new Set([
    ...ours.map(({ path }) => path),
    '/search/',
    '/news/',
    '/glossary/',
    '/where-we-answer/',
  ])
  return [...ours, ...site.ownPages.filter((path) => !known.has(path)).map((path) => ({ path }))]
}

/** `sitemap.xml`. */
export function renderSitemap(site: Site): string {
  const urls = indexedPages(site).map(({ path, changed }) => {
    const address = absolute(site.url, path).replaceAll('&', '&amp;')
    return `<url><loc>${address}</loc>${changed ? `<lastmod>${changed}</lastmod>` : ''}</url>\n`
  })
  return `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${urls.join('')}</urlset>\n`
}
