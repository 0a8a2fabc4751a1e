const base = import.meta.env.BASE_URL.replace(/\/$/, '')

/** Where a page of this site is, for a link in it: `/topics/` becomes `/docs/topics/` on a site that lives there. */
export function href(path: string): string {
  return base + path
}

/**
 * The full address of a page, encoded, for feeds, sitemaps and the head of a page.
 * @param url the site's own address, without a trailing slash
 * @param path path below that address: `/topics/`
 */
export function absolute(url: string, path: string): string {
  return new URL(url + path).href
}
