import type { ForeignAuthor, SiteFacts } from '../source.ts'
import { isRow, type Row, rowsIn, textIn } from './rows.ts'

/** An export as tables that lead to each other. */
export interface GhostExport {
  posts: readonly Row[]
  metaOf(post: Row): Row | undefined
  /** In the order of the post; the first one is what it is about. */
  tagsOf(post: Row): readonly Row[]
  authorOf(post: Row): string | undefined
  site: SiteFacts
  authors: Readonly<Record<string, ForeignAuthor>>
}

/** Finds the tables in what a file says; undefined where it is no export of Ghost. */
export function readExport(read: unknown): GhostExport | undefined {
  const data = dataIn(read)
  if (!data || !Array.isArray(data.posts)) return undefined
  const users = byId(rowsIn(data.users))
  const tags = byId(rowsIn(data.tags))
  const tagsOf = inOrder(rowsIn(data.posts_tags), 'tag_id', tags)
  const authorsOf = inOrder(rowsIn(data.posts_authors), 'author_id', users)
  const meta = new Map(rowsIn(data.posts_meta).map((row) => [textIn(row, 'post_id'), row]))
  return {
    posts: rowsIn(data.posts),
    metaOf: (post) => meta.get(textIn(post, 'id')),
    tagsOf,
    authorOf: (post) => {
      const [author = users.get(textIn(post, 'author_id') ?? '')] = authorsOf(post)
      return textIn(author, 'slug') ?? textIn(author, 'name')
    },
    site: siteIn(rowsIn(data.settings)),
    authors: Object.fromEntries([...users.values()].flatMap(authorOf)),
  }
}

function dataIn(read: unknown): Row | undefined {
  if (!isRow(read)) return undefined
  const [first] = rowsIn(read.db)
  const data = (first ?? read).data
  return isRow(data) ? data : undefined
}

function byId(rows: readonly Row[]): Map<string, Row> {
  return new Map(
    rows.flatMap((row) => (textIn(row, 'id') === undefined ? [] : [[textIn(row, 'id') as string, row]])),
  )
}

/** What links lead to from each post, in their order. */
function inOrder(links: readonly Row[], to: string, targets: ReadonlyMap<string, Row>) {
  const byPost = Map.groupBy(links, (link) => textIn(link, 'post_id'))
  return (post: Row) =>
    (byPost.get(textIn(post, 'id')) ?? [])
      .toSorted((a, b) => Number(a.sort_order ?? 0) - Number(b.sort_order ?? 0))
      .flatMap((link): readonly Row[] | Row => targets.get(textIn(link, to) ?? '') ?? [])
}

function siteIn(settings: readonly Row[]): SiteFacts {
  const setting = (...keys: string[]) => {
    const row = settings.find((each) => keys.includes(textIn(each, 'key') ?? ''))
    return textIn(row, 'value')
  }
  const [title, about, zone, lang] = [
    setting('title'),
    setting('description'),
    setting('timezone', 'active_timezone', 'activeTimezone'),
    setting('locale', 'lang', 'default_locale'),
  ]
  return { ...(title && { title }), ...(about && { about }), ...(zone && { zone }), ...(lang && { lang }) }
}

function authorOf(user: Row): [string, ForeignAuthor][] {
  const [key, name] = [textIn(user, 'slug') ?? textIn(user, 'name'), textIn(user, 'name')]
  const [bio, url] = [textIn(user, 'bio'), textIn(user, 'website')]
  return key ? [[key, { name: name ?? key, ...(bio && { bio }), ...(url && { url }) }]] : []
}
