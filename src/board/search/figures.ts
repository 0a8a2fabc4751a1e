import type { Calendar } from '../../calendar/calendar.ts'
import type { Post } from '../../calendar/post.ts'
import { searchStems, searchWords } from '../../calendar/search-stems.ts'
import type { Entry, Inbox } from '../../inbox/inbox.ts'

/** How a search or a page did. */
export type Counted = Entry & { figures: NonNullable<Entry['figures']> }

/** What a search engine's export says of a post. */
export interface PostFigures {
  /** Its page as a whole. */
  page?: Counted
  /** Searches that are its own, most shown first. */
  searches: readonly Counted[]
}

/** What search engines' exports say of posts, and of searches that no post has as its own. */
export interface SearchFigures {
  posts: ReadonlyMap<Post, PostFigures>
  /** Most shown first. */
  others: readonly Counted[]
}

/**
 * Shares out what was exported: pages by their address, former ones too; searches by the page that they led to, where
 * the export says so, else to the post that has the same words as its query or among its `aka`.
 */
export function searchFigures({ posts, plan }: Calendar, { entries }: Inbox): SearchFigures {
  const home = plan.site.url
  const byAddress = new Map<string, Post>()
  const bySearch = new Map<string, Post>()
  for (const post of posts) {
    for (const slug of post.formerSlugs) byAddress.set(addressKey(`${home}/${slug}/`), post)
    for (const path of post.formerPaths) byAddress.set(addressKey(home + encodeURI(path)), post)
    for (const text of [post.query, ...post.aka]) bySearch.getOrInsert(searchKey(text, post.lang), post)
  }
  for (const post of posts) byAddress.set(addressKey(home + post.path), post)
  const pages = new Map<Post, Counted>()
  const searches = new Map<Post, Counted[]>()
  const others: Counted[] = []
  for (const entry of entries.filter(isCounted)) {
    const address = entry.kind === 'page' ? entry.text : entry.url
    const byPage = address === undefined ? undefined : byAddress.get(addressKey(address))
    const post =
      byPage ?? (entry.kind === 'search' ? bySearch.get(searchKey(entry.text, plan.site.lang)) : undefined)
    if (entry.kind === 'search') (post ? searches.getOrInsertComputed(post, () => []) : others).push(entry)
    else if (post && isMore(entry, pages.get(post))) pages.set(post, entry)
  }
  const known = posts.flatMap((post): [Post, PostFigures][] => {
    const page = pages.get(post)
    const own = searches.get(post)
    if (!page && !own) return []
    return [[post, { ...(page && { page }), searches: (own ?? []).sort(byShown) }]]
  })
  return { posts: new Map(known), others: others.sort(byShown) }
}

function isCounted(entry: Entry): entry is Counted {
  return entry.figures !== undefined
}

function isMore({ figures }: Counted, known: Counted | undefined): boolean {
  return figures.impressions > (known?.figures.impressions ?? -1)
}

function byShown(a: Counted, b: Counted): number {
  return b.figures.impressions - a.figures.impressions || (a.text < b.text ? -1 : 1)
}

/** The same for all ways to write a page's address. */
function addressKey(address: string): string {
  const url = URL.parse(address)
  if (!url) return address
  return `${url.host}${decoded(url.pathname)}`.replace(/\/$/, '').toLowerCase()
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}

/** The same for searches with the same telling words. */
function searchKey(text: string, tag: string): string {
  const lang = tag.toLowerCase().split('-')[0] as string
  const words = searchWords(text, lang)
  return [...new Set(lang === 'en' ? searchStems(words) : words)].sort().join(' ')
}
