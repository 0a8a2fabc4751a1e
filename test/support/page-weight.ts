import { gzipSync } from 'node:zlib'

/** What a browser fetches to show a page, before its reader does anything. */
export interface PageWeight {
  /** Bytes over the wire, everything compressed by gzip as hosts do; pictures in the text left out. */
  bytes: number
  /** Files fetched, the page itself and its icon included. */
  requests: number
  /** Bytes of scripts, inline ones included, each compressed by itself. */
  script: number
  /** Scripts that keep the text from being shown. */
  blocking: string[]
  /** Addresses of other hosts, and fonts. */
  foreign: string[]
}

/**
 * Weighs a page of a built site from its files.
 * @param files the site's, by path
 * @param path below the site's address
 */
export function pageWeight(files: ReadonlyMap<string, Buffer>, path: string): PageWeight {
  const page = files.get(`${path}index.html`) as Buffer
  const html = page.toString('utf8')
  const tags = [...html.matchAll(/<(link|script|img|iframe|video|audio|source)\b([^>]*)>/g)].map(
    ([tag, name = '', attributes = '']) => ({ tag, name, attribute: attributesOf(attributes) }),
  )
  const styles = tags.filter(
    ({ name, attribute }) =>
      name === 'link' && /stylesheet|preload|modulepreload|icon|prefetch/.test(attribute.rel ?? ''),
  )
  const scripts = tags.filter(
    ({ name, attribute }) => name === 'script' && !/json/.test(attribute.type ?? ''),
  )
  const embeds = tags.filter(({ name }) => /iframe|video|audio|source/.test(name))
  const addresses = [...styles, ...scripts, ...embeds].flatMap(
    ({ attribute }) => attribute.href ?? attribute.src ?? [],
  )
  const ours = [...new Set(addresses.filter((address) => /^\/(?!\/)/.test(address)))]
  const fetched = ours.map((address) => files.get(address.slice(1)) as Buffer)
  const inline = [...html.matchAll(/<script(?![^>]*json)[^>]*>([\s\S]*?)<\/script>/g)].flatMap(
    ([, code = '']) => (code ? [Buffer.from(code)] : []),
  )
  const all = [page, ...fetched]
  return {
    bytes: sum(all.map((file) => gzipSync(file).length)),
    requests: all.length,
    script: sum(
      [
        ...inline,
        ...ours.flatMap((address) => (/\.m?js$/.test(address) ? (files.get(address.slice(1)) ?? []) : [])),
      ].map((code) => gzipSync(code).length),
    ),
    blocking: scripts
      .filter(
        ({ attribute }) => attribute.type !== 'module' && !('defer' in attribute) && !('async' in attribute),
      )
      .map(({ tag }) => tag),
    foreign: [
      ...addresses.filter((address) => !ours.includes(address)),
      ...all.flatMap(
        (file) => file.toString('utf8').match(/@font-face|@import|url\(\s*["']?(?:https?:)?\/\//g) ?? [],
      ),
    ],
  }
}

function attributesOf(text: string): Record<string, string> {
  return Object.fromEntries(
    [...text.matchAll(/([\w-]+)(?:="([^"]*)")?/g)].map(([, name, value]) => [name, value ?? '']),
  )
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0)
}
