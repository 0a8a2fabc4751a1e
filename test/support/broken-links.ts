import { dirname } from 'node:path/posix'

/** Links inside a built site that lead nowhere, to a place that is not there, or over a redirect. */
export function brokenLinksOf(
  files: ReadonlyMap<string, Buffer>,
  base: string,
  origin = 'https://coldread.example',
): string[] {
  const pages = [...files].filter(([file]) => file.endsWith('.html'))
  const isRedirect = (file: string) => files.get(file)?.includes('http-equiv="refresh"') ?? false
  return pages.flatMap(([file, bytes]) => {
    if (isRedirect(file)) return []
    const page = new URL(
      base + (file.endsWith('index.html') ? `${dirname(file)}/`.replace(/^\.\//, '') : file),
      origin,
    )
    const links = [...bytes.toString('utf8').matchAll(/<[a-z][^>]*?\s(?:href|src)="([^"]*)"/g)].map(
      (match) => match[1] as string,
    )
    const sets = [...bytes.toString('utf8').matchAll(/\ssrcset="([^"]*)"/g)].flatMap((match) =>
      (match[1] as string).split(',').map((part) => part.trim().split(' ')[0] as string),
    )
    return [...new Set([...links, ...sets])].flatMap((link) => {
      const url = new URL(link.replaceAll('&amp;', '&'), page)
      if (url.origin !== origin) return []
      if (!url.pathname.startsWith(base)) return [`${file}: ${link} leaves the base path`]
      const below = decodeURIComponent(url.pathname.slice(base.length))
      const target = below === '' || below.endsWith('/') ? `${below}index.html` : below
      const found = files.get(target)
      if (!found) return [`${file}: ${link} leads nowhere`]
      if (isRedirect(target)) return [`${file}: ${link} leads over a redirect`]
      const place = decodeURIComponent(url.hash.slice(1)).replace(/:~:.*/, '')
      return place && target.endsWith('.html') && !found.includes(`id="${place}"`)
        ? [`${file}: ${link} has no such place`]
        : []
    })
  })
}
