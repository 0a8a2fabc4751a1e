import type { WxrItem } from './wxr.ts'

/** A name from an address, as people read it; as it stands where it is no UTF-8. */
export function readableName(written: string): string {
  try {
    return decodeURIComponent(written).normalize()
  } catch {
    return written
  }
}

/**
 * Paths on the old site that led to an item: its own, then those by former names. The short one by its
 * number, `/?p=12`, is left out where there is another: WordPress leads on from it, and nobody links to it.
 * @param site address of the old site, `https://old.example/blog`
 */
export function addressesOf({ fields, meta }: WxrItem, site: string | undefined): string[] {
  const own = pathOn(fields.link, site)
  const isNamed = own !== undefined && !own.startsWith('/?')
  const former = meta
    .filter(([key, value]) => key === '_wp_old_slug' && /^[^/?#\s]+$/.test(value))
    .flatMap(([, value]) => (isNamed ? [own.replace(/[^/]+(\/?)$/, `${readableName(value)}$1`)] : []))
  return [
    ...new Set(
      isNamed ? [own, ...former] : [own ?? pathOn(fields.guid, site)].filter((path) => path !== undefined),
    ),
  ]
}

function pathOn(address: string | undefined, site: string | undefined): string | undefined {
  if (!address || !URL.canParse(address)) return undefined
  const { hostname, pathname, search } = new URL(address)
  const home = site !== undefined && URL.canParse(site) ? new URL(site) : undefined
  if (home && bare(hostname) !== bare(home.hostname)) return undefined
  const path = pathname.split('/').map(readablePart).join('/')
  if (path === '/' && !/^\?(p|page_id)=\d+$/.test(search)) return undefined
  return search === '' ? path : `${path}${search}`
}

/** A part that means something else once it can be read stays as it is. */
function readablePart(written: string): string {
  const read = readableName(written)
  return /[/\\?#\p{Cc}]|^\.+$/u.test(read) ? written : read
}

function bare(host: string): string {
  return host.replace(/^www\./, '')
}
