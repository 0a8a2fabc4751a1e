import { getSite } from '../reader/site.ts'
import { renderSitemap } from '../reader/sitemap.ts'

/** Every page that search engines may show, with the day of its last change. */
export function GET(): Response {
  return new Response(renderSitemap(getSite()), {
    headers: { 'content-type': 'application/xml; charset=utf-8' },
  })
}
