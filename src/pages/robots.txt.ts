import { absolute } from '../reader/href.ts'
import { getSite } from '../reader/site.ts'

/** Everyone may read the site, and nobody a preview. */
export function GET(): Response {
  const { isPreview, url } = getSite()
  return new Response(
    isPreview
      ? 'User-agent: *\nDisallow: /\n'
      : `User-agent: *\nAllow: /\n\nSitemap: ${absolute(url, '/sitemap.xml')}\n`,
  )
}
