import type { Post } from './post.ts'
import { searchStems, searchWords } from './search-stems.ts'

/** What of a post matters for whether it clashes with another. */
export type Searchable = Pick<
  Post,
  'slug' | 'title' | 'query' | 'aka' | 'lang' | 'goal' | 'state' | 'series' | 'redirectTo'
>

/** Two posts that answer the same search. */
export interface Clash<P extends Searchable = Post> {
  /** By slug. */
  posts: readonly [P, P]
  /** What each of them answers: its query, one of its `aka`, or its title. */
  searches: readonly [string, string]
  by: 'query' | 'title'
  /** Jaccard index of the words' stems, 0.8 to 1; 1 for titles. */
  likeness: number
  /** One of them at least is only an idea. */
  hasIdea: boolean
}

/** From here on two searches count as one: four words of five. RULES.md, search-query-clash. */
const near = 0.8
/** So much may a product of fractions be off. */
const rounding = 1e-9

/**
 * Every two posts that answer the same search: a query (or `aka`) equal or near to one of the other's, or the same
 * title. Posts for customers, retired posts that lead elsewhere and parts of one series never clash; neither do
 * posts in two languages. Sorted by slugs, whatever the order of the posts.
 */
export function clashesOf<P extends Searchable>(posts: readonly P[]): Clash<P>[] {
  const searches = posts
    .filter(({ goal, state, redirectTo }) => goal === 'acquire' && !(state === 'retired' && redirectTo))
    .sort(bySlug)
    .flatMap(searchesOf)
    .filter(({ words }) => words.length > 0)
  const clashes = new Map<string, Clash<P>>()
  const add = (a: Search<P>, b: Search<P>, by: Clash['by'], likeness: number) => {
    if (a.post === b.post || (a.post.series !== undefined && a.post.series === b.post.series)) return
    const key = JSON.stringify([a.post.slug, b.post.slug])
    if (likeness <= (clashes.get(key)?.likeness ?? 0)) return
    clashes.set(key, {
      posts: [a.post, b.post],
      searches: [a.text, b.text],
      by,
      likeness,
      hasIdea: a.post.state === 'idea' || b.post.state === 'idea',
    })
  }
  for (const [a, b, likeness] of nearPairs(searches.filter(({ by }) => by === 'query')))
    add(a, b, 'query', likeness)
  for (const same of Map.groupBy(
    searches.filter(({ by }) => by === 'title'),
    ({ lang, words }) => `${lang} ${words.join(' ')}`,
  ).values())
    for (const [index, a] of same.entries()) for (const b of same.slice(index + 1)) add(a, b, 'title', 1)
  return [...clashes.values()].sort(
    (a, b) => bySlug(a.posts[0], b.posts[0]) || bySlug(a.posts[1], b.posts[1]),
  )
}

interface Search<P> {
  post: P
  by: Clash['by']
  text: string
  lang: string
  words: readonly string[]
  stems: ReadonlySet<string>
}

function searchesOf<P extends Searchable>(post: P): Search<P>[] {
  const lang = post.lang.toLowerCase().split('-')[0] as string
  return [post.query, ...post.aka, post.title].map((text, index) => {
    const words = searchWords(text, lang)
    const by = index > post.aka.length ? 'title' : 'query'
    return { post, by, text, lang, words, stems: new Set(lang === 'en' ? searchStems(words) : words) }
  })
}

/**
 * The pairs that are near, each once, in order, without comparing all with all. Two sets of `n` and `m` stems are near
 * when they have `common` of them; then, sorted by rarity, the first `n - common + 1` and `m - common + 1` meet in one.
 */
function* nearPairs<P>(searches: readonly Search<P>[]): Generator<[Search<P>, Search<P>, number]> {
  const frequency = new Map<string, number>()
  for (const { stems } of searches)
    for (const stem of stems) frequency.set(stem, (frequency.get(stem) ?? 0) + 1)
  const rarity = (a: string, b: string) =>
    (frequency.get(a) as number) - (frequency.get(b) as number) || (a < b ? -1 : 1)
  const index = new Map<string, Search<P>[]>()
  for (const search of searches) {
    const rare = [...search.stems].sort(rarity)
    const n = rare.length
    const candidates = new Set<Search<P>>()
    for (let m = Math.ceil(n * near); m <= n / near; m += 1) {
      const common = Math.ceil(((n + m) * near) / (1 + near) - rounding)
      for (const stem of rare.slice(0, n - common + 1)) {
        for (const other of index.get(`${search.lang} ${m} ${n} ${stem}`) ?? []) candidates.add(other)
        index.getOrInsert(`${search.lang} ${n} ${m} ${stem}`, []).push(search)
      }
    }
    for (const other of candidates) {
      const likeness = likenessOf(other.stems, search.stems)
      if (likeness >= near) yield [other, search, likeness]
    }
  }
}

/** Jaccard index. */
function likenessOf(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const common = a.intersection(b).size
  return common / (a.size + b.size - common)
}

function bySlug(a: Pick<Post, 'slug'>, b: Pick<Post, 'slug'>): number {
  return a.slug < b.slug ? -1 : a.slug > b.slug ? 1 : 0
}
