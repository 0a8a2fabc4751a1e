import { realpathSync, statSync } from 'node:fs'
import { join, sep } from 'node:path'
import type { Dropped, ForeignPost } from '../../src/moving/foreign-post.ts'
import type { Lead } from '../../src/moving/lead-to.ts'
import type { Source } from '../../src/moving/source.ts'
import { Said } from '../../src/moving/to-mdx/said.ts'
import { toMdx } from '../../src/moving/to-mdx/to-mdx.ts'
import type { ImageShelf } from './image-shelf.ts'

/** A body as it will stand here, and its pictures. */
export interface AdoptedBody {
  body: string
  /** Of its entry, or what its text begins with. */
  title: string | undefined
  cover?: { src: string; alt?: string }
  changed: string[]
  dropped: Dropped[]
  /** Addresses of pictures that are not here. */
  missing: string[]
}

/**
 * Converts the body of a post, and puts its pictures on the shelf.
 * @param files absolute path of a folder with files of the old site, by their paths there
 */
export function adoptBody(
  post: ForeignPost,
  slug: string,
  source: Source,
  leadTo: (post: ForeignPost, url: string) => Lead,
  shelf: ImageShelf,
  files: string | undefined,
): AdoptedBody | { problem: string; mend: string } {
  const said = new Said()
  const missing = new Set<string>()
  const image = (url: string): string | undefined => {
    const found = fileOf(post, url, source, files)
    const placed = 'path' in found ? shelf.place(found.path) : found
    if ('name' in placed) return `./${slug}/${placed.name}`
    const short = url.length > 90 ? `${url.slice(0, 89)}…` : url
    if (/^(https?:)?\/\/|^\//.test(url) && !('path' in found)) missing.add(fullAddress(url, source))
    said.drop(`the picture \`${short}\``, placed.problem)
    return undefined
  }
  const leads = {
    image,
    // That the picture is not here is said already.
    instead(url: string): string | undefined {
      const lead = /^https?:/.test(url) ? leadTo(post, url) : undefined
      return lead && 'href' in lead ? lead.href : undefined
    },
    link(url: string): string | undefined {
      const lead = leadTo(post, url)
      if ('href' in lead) return lead.href
      if ('slug' in lead) {
        if (lead.hash !== '') said.change('links to a place in another post lead to its beginning')
        return `./${lead.slug}.mdx`
      }
      said.drop(`the link to \`${url}\``, lead.gone)
      return undefined
    },
  }
  const prepared = source.prepare?.(post)
  const text = prepared?.text ?? post.body.text
  const title = post.title ?? headingOf(text)
  const converted = toMdx({ ...post.body, text }, title ?? '', leads)
  if ('problem' in converted) return converted
  const src = post.cover && image(post.cover.src)
  return {
    body: converted.text,
    title,
    ...(src !== undefined && { cover: { src, ...(post.cover?.alt && { alt: post.cover.alt }) } }),
    changed: [...(prepared?.changed ?? []), ...converted.changed, ...said.changed],
    dropped: [...(prepared?.dropped ?? []), ...converted.dropped, ...said.dropped],
    missing: [...missing],
  }
}

/** The title that a text begins with. */
function headingOf(text: string): string | undefined {
  return (
    /^\s*#[ \t]+([^\n]+?)[ \t#]*(?:\n|$)/
      .exec(text)?.[1]
      ?.replace(/[*_`\\]/g, '')
      .trim() || undefined
  )
}

function fileOf(
  post: ForeignPost,
  url: string,
  source: Source,
  files: string | undefined,
): { path: string } | { problem: string } {
  const home = source.site.address === undefined ? undefined : URL.parse(source.site.address)
  const full = /^(https?:)?\/\//i.test(url)
    ? URL.parse(url.startsWith('//') ? `https:${url}` : url)
    : undefined
  if (/^data:/i.test(url)) return { problem: 'it stands in the text itself: save it as a file' }
  if (full && full.host.replace(/^www\./, '') !== home?.host.replace(/^www\./, ''))
    return { problem: 'it is on another site: a link stands in its place' }
  const path = decoded((full ? full.pathname : url).replace(/[?#].*$/s, ''))
  const own = source.fileOf?.(post, path)
  if (own && 'path' in own) return own
  if (files !== undefined) {
    const found = fileBelow(files, path)
    if (found) return { path: found }
  }
  return (
    own ?? {
      problem: 'an export holds no pictures: fetch it from the old site (`--files` takes a folder with them)',
    }
  )
}

/** A file of a folder by its path on the old site; undefined where it is not there, or elsewhere. */
function fileBelow(folder: string, path: string): string | undefined {
  try {
    const home = realpathSync(folder)
    const real = realpathSync(join(home, path))
    return real.startsWith(home + sep) && statSync(real).isFile() ? real : undefined
  } catch {
    return undefined
  }
}

function fullAddress(url: string, source: Source): string {
  return URL.parse(url, source.site.address ?? undefined)?.href ?? url
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}
