import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Opened } from '../../src/open.ts'
import { indexNowKey } from '../index-now/key.ts'
import { framePolicy, headerPolicy, type Inline, renderPolicy } from './content-security-policy.ts'
import { redirectsOf, renderHeaders, renderRedirectPage, renderRedirects } from './host-files.ts'

/**
 * Adds pages at old addresses, for hosts that know no redirects.
 * @param folder absolute path of the built site
 */
export function placeRedirects(folder: string, { calendar, isShown }: Opened): string[] {
  const { origin, pathname } = new URL(calendar.plan.site.url)
  const base = pathname.replace(/\/$/, '')
  return redirectsOf(calendar, isShown).map(({ from, to }) => {
    const path = from.slice(base.length + 1)
    const file = /\.html?$/i.test(path) ? path : `${path.replace(/\/$/, '')}/index.html`
    const page = join(folder, file)
    mkdirSync(dirname(page), { recursive: true })
    writeFileSync(page, renderRedirectPage(to, origin + to, calendar.plan.site.lang))
    return file
  })
}

/**
 * Adds what a built site needs from its host: `_redirects` and `_headers` for hosts that read them, and the site's IndexNow
 * key where it has one.
 * @param folder absolute path of the built site
 * @param pages what stands in each page
 */
export function writeHostFiles(
  folder: string,
  { calendar, isShown }: Opened,
  pages: Iterable<{ inline: Inline }>,
): void {
  const { url, subscribe } = calendar.plan.site
  const base = new URL(url).pathname.replace(/\/$/, '')
  // Hosts add up the policies of all addresses that match, so what goes for every page would keep Decap CMS from its own.
  const policy = calendar.plan.cms
    ? framePolicy
    : headerPolicy(
        [...pages].map(({ inline }) => inline),
        subscribe,
      )
  const key = indexNowKey(process.env)
  if (key !== undefined) writeFileSync(join(folder, `${key}.txt`), key)
  writeFileSync(join(folder, '_redirects'), renderRedirects(redirectsOf(calendar, isShown)))
  writeFileSync(join(folder, '_headers'), renderHeaders(base, renderPolicy(policy)))
}
