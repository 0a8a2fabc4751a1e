import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { textOfHtml } from '../../src/reader/text-of-html.ts'

/** What pages say, by their full addresses: a digest each. */
export type Pages = ReadonlyMap<string, string>

/**
 * The pages of a built site that search engines may show, as its sitemap lists them, the home page first.
 * @param folder absolute path of the built site
 */
export function builtPages(folder: string): Pages {
  const sitemap = readFileSync(join(folder, 'sitemap.xml'), 'utf8')
  const addresses = [...sitemap.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, address = '']) =>
    textOfHtml(address),
  )
  const home = addresses[0] ?? ''
  return new Map(
    addresses.flatMap((address) => {
      const file = join(folder, decodeURI(address.slice(home.length)), 'index.html')
      const html = existsSync(file) ? readFileSync(file, 'utf8') : ''
      const isHidden = html === '' || /<meta name="robots" content="noindex/.test(html)
      return isHidden ? [] : [[address, pageDigest(html)] as const]
    }),
  )
}

/**
 * A digest of what readers came to a page for: its title and the words of its article, else of its main part. What
 * stands around them on every page does not count, nor how it looks.
 */
export function pageDigest(html: string): string {
  const part = (element: string) =>
    html.match(new RegExp(`<${element}\\b[^>]*>([\\s\\S]*)</${element}>`))?.[1]
  const words = [part('title'), part('article') ?? part('main') ?? html]
    .map((text = '') => textOfHtml(text.replace(/<(script|style)\b[\s\S]*?<\/\1>/g, '')).replace(/\s+/g, ' '))
    .join('\n')
  return createHash('sha256').update(words).digest('hex').slice(0, 16)
}
