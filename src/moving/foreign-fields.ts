import type { Fault } from '../calendar/fault.ts'
import { readLanguage } from '../calendar/field.ts'
import { isProblem } from '../calendar/problem.ts'
import { sitePath } from './address-words.ts'
import { type FieldReader, fieldReader, groupOf, textOf } from './field-reader.ts'
import type { ForeignBody, ForeignPost } from './foreign-post.ts'
import { splitForeign } from './front-matter.ts'

/** A foreign file, split, its fields not understood yet. */
export interface ForeignFile {
  fields: FieldReader
  body: ForeignBody
  hasFrontMatter: boolean
}

/**
 * Splits a foreign file.
 * @param defaults fields that its folder or the settings give it
 */
export function readForeignFile(
  file: string,
  text: string,
  defaults: Readonly<Record<string, unknown>> = {},
): ForeignFile | Fault {
  const split = splitForeign(file, text)
  if ('fault' in split) return split.fault
  const { data, bodyStart, syntax } = split
  const ending = /[^.]*$/.exec(file)?.[0].toLowerCase()
  return {
    fields: fieldReader({ ...defaults, ...data }),
    hasFrontMatter: syntax !== 'none',
    body: {
      syntax: ending === 'mdx' ? 'mdx' : ending === 'html' || ending === 'htm' ? 'html' : 'markdown',
      text: text.slice(bodyStart),
      line: text.slice(0, bodyStart).split('\n').length,
    },
  }
}

/** What all programs call alike, or nearly: everything but state, address and kind. */
export function commonFields(
  { fields }: ForeignFile,
  zone: string | undefined,
): Omit<ForeignPost, 'file' | 'kind' | 'state' | 'addresses' | 'body' | 'dropped' | 'slug'> {
  const optional = {
    title: fields.text('title'),
    published: fields.time(
      ['date', 'pubDate', 'publishDate', 'pubDatetime', 'published', 'publishedAt'],
      zone,
    ),
    updated: fields.time(
      ['lastmod', 'last_modified_at', 'updated', 'updatedDate', 'modDatetime', 'modified', 'updatedAt'],
      zone,
    ),
    author: authorOf(fields),
    lang: languageOf(fields.text('lang', 'language', 'locale')),
    description: fields.text('description', 'summary', 'excerpt', 'abstract'),
    cover: coverOf(fields),
  }
  return {
    ...(Object.fromEntries(
      Object.entries(optional).filter(([, value]) => value !== undefined),
    ) as Partial<ForeignPost>),
    categories: fields.list(['categories', 'category']),
    tags: fields.list(['tags', 'tag', 'keywords']),
  }
}

/** The first author: posts have one here. */
function authorOf(fields: FieldReader): string | undefined {
  const named = ['author', 'authors'].flatMap((name) =>
    [fields.raw(name)]
      .flat()
      .flatMap((each) => textOf(each) ?? textOf(groupOf(each).name) ?? textOf(groupOf(each).key) ?? []),
  )
  const [first, ...others] = new Set(named)
  for (const other of others) fields.leave(`the author ${other}`, 'a post is signed by one person')
  return first
}

const covers = [
  'cover',
  'image',
  'heroImage',
  'featured_image',
  'featuredImage',
  'ogImage',
  'thumbnail',
  'header',
  'images',
]

function coverOf(fields: FieldReader): ForeignPost['cover'] {
  const alt = fields.text('coverAlt', 'imageAlt', 'image_alt', 'heroImageAlt', 'alt')
  for (const name of covers) {
    const value = fields.raw(name)
    const first: unknown = Array.isArray(value) ? value[0] : value
    const group = groupOf(first)
    const src =
      textOf(first) ??
      ['src', 'image', 'path', 'url', 'teaser'].map((key) => textOf(group[key])).find(Boolean)
    if (src === undefined) continue
    const words = textOf(group.alt) ?? alt
    return { src, ...(words !== undefined && { alt: words }) }
  }
  return undefined
}

/** A language as a tag: some programs write `en_US`. */
export function languageOf(written: string | undefined): string | undefined {
  const tag = written?.replace(/_/g, '-').replace(/\.utf-?8$/i, '')
  if (tag === undefined || isProblem(readLanguage(tag))) return undefined
  return Intl.getCanonicalLocales(tag)[0]
}

/** Addresses on the old site, each once. One that leads out of it is left behind. */
export function addressesOf(
  fields: FieldReader,
  base: string,
  written: readonly (string | undefined)[],
): string[] {
  const paths = written.flatMap((each) => {
    if (each === undefined) return []
    const path = sitePath(each.startsWith('/') ? base : '', each)
    if (path === undefined) fields.leave(`the address \`${each}\``, 'it leads out of the site')
    return path ?? []
  })
  return [...new Set(paths)]
}
