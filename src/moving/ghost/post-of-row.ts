import type { ForeignPost, ForeignTime } from '../foreign-post.ts'
import { DropList } from '../html/drop-list.ts'
import { plainWords } from '../html/plain-words.ts'
import { withoutFolder } from '../without-folder.ts'
import { lexicalHtml } from './lexical.ts'
import { mobiledocHtml } from './mobiledoc.ts'
import type { GhostExport } from './read-export.ts'
import { type Row, textIn } from './rows.ts'

/** What stands for the blog's own address. */
const ownAddress = /__GHOST_URL__/g

/** A post or page of Ghost. What only members might read is private. */
export function postOfRow(post: Row, { metaOf, tagsOf, authorOf }: GhostExport): ForeignPost {
  const dropped = new DropList()
  const text = (name: string) => textIn(post, name)
  const meta = metaOf(post)
  const noted = (name: string) => textIn(meta, name) ?? text(name)
  const kind = text('type') === 'page' || Number(post.page) === 1 || post.page === true ? 'page' : 'post'
  const state = stateOf(post, dropped)
  const title = plainWords(text('title'))
  const slug = withoutFolder(text('slug'))
  const [primary, ...others] = publicTags(tagsOf(post), dropped)
  const author = authorOf(post)
  const html = bodyOf(post, dropped)
  const excerpt = plainWords(text('custom_excerpt'))
  const description = plainWords(noted('meta_description')) ?? excerpt
  if (excerpt && description !== excerpt)
    dropped.add(`excerpt: “${excerpt}”`, 'the description for search engines says it')
  const search = plainWords(noted('meta_title'))
  if (search && search !== title)
    dropped.add(`title for search engines: “${search}”`, 'the title is the question')
  const canonical = text('canonical_url')
  if (canonical && !canonical.startsWith('__GHOST_URL__'))
    dropped.add(`where it stood first: ${canonical}`, 'nothing here says that a page is a copy')
  for (const name of ['codeinjection_head', 'codeinjection_foot'])
    if (text(name)) dropped.add(`code put in (${name})`, 'no script of a post is run')
  if (post.featured === true || Number(post.featured) === 1)
    dropped.add('its place before others', 'posts stand by their time')
  const src = text('feature_image')?.replace(ownAddress, '')
  const caption = plainWords(noted('feature_image_caption'))
  if (caption) dropped.add(`words below its cover: “${caption}”`, 'covers have none')
  const alt = noted('feature_image_alt')
  const published = state === 'draft' ? undefined : timeOf(post.published_at)
  const updated = timeOf(post.updated_at)
  const lang = text('locale') ?? text('language')
  return {
    file: `${kind}-${slug ?? text('id') ?? 'without-a-name'}`,
    kind,
    state,
    ...(title && { title }),
    ...(slug && { slug }),
    addresses: slug && state !== 'draft' && state !== 'scheduled' ? [`/${slug}/`] : [],
    ...(published && { published }),
    ...(updated && { updated }),
    categories: primary ? [primary] : [],
    tags: others,
    ...(author && { author }),
    ...(lang && { lang }),
    ...(description && { description }),
    ...(src && { cover: { src, ...(alt && { alt }) } }),
    body: { syntax: 'html', text: html, line: 1 },
    dropped: dropped.list(),
  }
}

const readerNames: Readonly<Record<string, string>> = { members: 'members', paid: 'paying members' }

function stateOf(post: Row, dropped: DropList): ForeignPost['state'] {
  const status = textIn(post, 'status') ?? 'draft'
  if (status !== 'published' && status !== 'scheduled' && status !== 'sent') return 'draft'
  if (status === 'sent') {
    dropped.add('that it was sent by mail', 'it is private here, since it was never on the site')
    return 'private'
  }
  const readers = textIn(post, 'visibility') ?? 'public'
  if (readers === 'public') return status
  dropped.add(
    `that only ${readerNames[readers] ?? 'some'} may read it`,
    'it is private until you say otherwise, since all pages here are public',
  )
  return 'private'
}

function bodyOf(post: Row, dropped: DropList): string {
  const written = textIn(post, 'html')
  const [lexical, mobiledoc] = [textIn(post, 'lexical'), textIn(post, 'mobiledoc')]
  const html =
    written ??
    (lexical && lexicalHtml(lexical, dropped)) ??
    (mobiledoc && mobiledocHtml(mobiledoc, dropped)) ??
    ''
  if (html === '' && (lexical ?? mobiledoc))
    dropped.add('its text', 'copy it by hand, since its form cannot be read')
  if (html.includes('<!--members-only-->'))
    dropped.add('where the part for members begins', 'look whether all of it may be public')
  return html.replace(ownAddress, '')
}

/** Names of tags; those that begin with `#` are for the editors. */
function publicTags(tags: readonly Row[], dropped: DropList): string[] {
  return tags.flatMap((tag) => {
    const name = textIn(tag, 'name') ?? textIn(tag, 'slug')
    if (!name) return []
    if (!name.startsWith('#') && textIn(tag, 'visibility') !== 'internal') return [name]
    dropped.add(`tag ${name}`, 'readers never saw it')
    return []
  })
}

/** Ghost writes UTC, with and without saying so, and milliseconds before version 2. */
function timeOf(written: unknown): ForeignTime | undefined {
  try {
    if (typeof written === 'number')
      return { instant: Temporal.Instant.fromEpochMilliseconds(written).toString({ smallestUnit: 'second' }) }
    if (typeof written !== 'string') return undefined
    const [, day, clock] = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d:\d\d)(?:\.\d+)?Z?$/.exec(written) ?? []
    return { instant: Temporal.Instant.from(`${day}T${clock}Z`).toString({ smallestUnit: 'second' }) }
  } catch {
    return undefined
  }
}
