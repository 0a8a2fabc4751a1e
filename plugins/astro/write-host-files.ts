import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Opened } from '../../src/open.ts'
import { indexNowKey } from '../index-now/key.ts'
import { headerPolicy, policyOf, renderPolicy, withPolicy } from './content-security-policy.ts'
import { redirectsOf, renderHeaders, renderRedirectPage, renderRedirects } from './host-files.ts'
import type { KeptPage } from './kept-pages.ts'

/**
 * Adds what a built site needs from its host: pages at old addresses, each page's content security policy,
 * `_redirects` and `_headers` for hosts that read them, and the site's IndexNow key where it has one.
 * @param folder absolute path of the built site
 * @param kept pages that have their policy already
 */
export function writeHostFiles(
  folder: string,
  { calendar, isShown }: Opened,
  kept: readonly KeptPage[],
): void {
  const { site } = calendar.plan
  const { origin, pathname } = new URL(site.url)
  const base = pathname.replace(/\/$/, '')
  const redirects = redirectsOf(calendar, isShown)
  for (const { from, to } of redirects) {
    const page = join(folder, from.slice(base.length))
    mkdirSync(page, { recursive: true })
    writeFileSync(join(page, 'index.html'), renderRedirectPage(to, origin + to, site.lang))
  }
  const pages = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.html'),
  )
  const isKept = new Set(kept.map(({ file }) => join(file)))
  const fresh = pages.filter((file) => !isKept.has(file))
  const policies = fresh.map((file) => {
    const html = readFileSync(join(folder, file), 'utf8')
    const policy = policyOf(html, site.subscribe)
    writeFileSync(join(folder, file), withPolicy(html, policy))
    return policy
  })
  policies.push(...kept.map(({ html }) => policyOf(html, site.subscribe)))
  const key = indexNowKey(process.env)
  if (key !== undefined) writeFileSync(join(folder, `${key}.txt`), key)
  writeFileSync(join(folder, '_redirects'), renderRedirects(redirects))
  writeFileSync(join(folder, '_headers'), renderHeaders(base, renderPolicy(headerPolicy(policies))))
}
