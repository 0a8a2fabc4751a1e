import type { Dropped, ForeignPost } from '../foreign-post.ts'
import { DropList } from '../html/drop-list.ts'
import { plainWords } from '../html/plain-words.ts'
import { withoutFolder } from '../without-folder.ts'
import { addressesOf, readableName } from './addresses-of.ts'
import { postHtml } from './post-html.ts'
import type { Attachment } from './shortcodes.ts'
import { timeOf } from './times-of.ts'
import type { WxrItem } from './wxr.ts'

/** What items refer to. */
export interface ItemContext {
  attachments: ReadonlyMap<string, Attachment>
  shared: ReadonlyMap<string, string>
  /** Address of the old site. */
  site: string | undefined
}

const states: Readonly<Record<string, ForeignPost['state']>> = {
  publish: 'published',
  future: 'scheduled',
  private: 'private',
  draft: 'draft',
  pending: 'draft',
}

/** A post or page of an export; undefined for all else, for what was thrown away and for what was never begun. */
export function postOfItem(item: WxrItem, context: ItemContext): ForeignPost | undefined {
  const { fields, terms, meta } = item
  const { 'wp:post_type': kind = 'post', 'wp:status': status = 'publish', 'wp:post_id': id } = fields
  if ((kind !== 'post' && kind !== 'page') || status === 'trash' || status === 'auto-draft') return undefined
  const dropped = new DropList()
  const state = states[status] ?? 'draft'
  const noted = (...keys: string[]) =>
    plainWords(meta.find(([key, value]) => keys.includes(key) && !/%\w+%|#\w+_/.test(value))?.[1])
  const title = plainWords(fields.title)
  const search = noted('_yoast_wpseo_title', 'rank_math_title', '_aioseo_title')
  if (search && search !== title)
    dropped.add(`title for search engines: “${search}”`, 'the title is the question')
  const excerpt = plainWords(fields['excerpt:encoded'])
  const description =
    noted('_yoast_wpseo_metadesc', 'rank_math_description', '_aioseo_description') ?? excerpt
  if (excerpt && description !== excerpt)
    dropped.add(`excerpt: “${excerpt}”`, 'the description for search engines says it')
  if (fields['wp:post_password'])
    dropped.add('its password', 'it is private here, since anybody could read it')
  if (fields['wp:is_sticky'] === '1') dropped.add('its place before all others', 'posts stand by their time')
  if (item.comments > 0) dropped.add(countOf(item.comments), 'there are no comments here')
  const html = postHtml(fields['content:encoded'] ?? '', { ...context, dropped }, footnotesOf(item))
  const published = timeOf(state === 'draft' ? undefined : fields['wp:post_date'], fields['wp:post_date_gmt'])
  const updated = timeOf(fields['wp:post_modified'], fields['wp:post_modified_gmt'])
  const slug = withoutFolder(readableName(fields['wp:post_name'] ?? ''))
  const cover = coverOf(item, context, dropped)
  return {
    file: `${kind}-${id ?? `line-${item.line}`}`,
    kind,
    state: fields['wp:post_password'] && state !== 'draft' ? 'private' : state,
    ...(title && { title }),
    ...(slug && { slug }),
    addresses: state === 'draft' ? [] : addressesOf(item, context.site),
    ...(published && { published }),
    ...(updated && { updated }),
    categories: namesOf(item, 'category', dropped),
    tags: namesOf(item, 'post_tag', dropped),
    ...(fields['dc:creator'] && { author: fields['dc:creator'] }),
    ...(description && { description }),
    ...(cover && { cover }),
    body: { syntax: 'html', text: html, line: item.bodyLine },
    dropped: [...dropped.list(), ...otherTerms(terms)],
  }
}

function countOf(comments: number): string {
  return comments === 1 ? 'a comment' : `${comments} comments`
}

function footnotesOf({ meta }: WxrItem): string | undefined {
  return meta.find(([key]) => key === 'footnotes')?.[1]
}

function coverOf({ meta }: WxrItem, { attachments }: ItemContext, dropped: DropList): ForeignPost['cover'] {
  const id = meta.find(([key]) => key === '_thumbnail_id')?.[1]
  if (!id || id === '0' || id === '-1') return undefined
  const picture = attachments.get(id)
  if (!picture) dropped.add(`its cover, picture ${id}`, 'it is not in the export')
  return picture && { src: picture.url, ...(picture.alt && { alt: picture.alt }) }
}

function namesOf({ terms }: WxrItem, domain: string, dropped: DropList): string[] {
  const names = terms
    .filter((term) => term.domain === domain)
    .flatMap(({ name, nicename }) => {
      if (nicename !== 'uncategorized') return plainWords(name) ?? (readableName(nicename) || [])
      dropped.add(`category “${name}”`, 'it says that there is none')
      return []
    })
  return [...new Set(names)]
}

/** Taxonomies of plugins; what WordPress itself keeps there are formats. */
function otherTerms(terms: WxrItem['terms']): Dropped[] {
  return terms
    .filter(({ domain }) => domain !== 'category' && domain !== 'post_tag')
    .map(({ domain, name }) => ({
      what: `${domain === 'post_format' ? 'format' : domain} “${name}”`,
      why: 'posts have topics alone',
    }))
}
