import { type Clash, clashesOf, type Searchable } from '../calendar/clashes.ts'
import { searchStems, searchWords } from '../calendar/search-stems.ts'
import { sameAs } from '../calendar/search-synonyms.ts'
import { type AuditedPost, byFile } from './audited-post.ts'
import { noQuestionOf } from './question.ts'

/** Posts that a search cannot choose between. */
export interface SharedQuery {
  /** Whether the words are the same, or only what they mean. */
  by: 'the same words' | 'other words'
  /** The least likeness of a post to the one before it, 0.6 to 1. */
  likeness: number
  /** Two at least: the newest first, those without a date last. */
  posts: readonly AuditedPost[]
}

/** From here on titles in other words count as one question, rare words counting more. */
const near = 0.6
/** By so many of its rarest words a title is looked for, */
const mostKeys = 3
/** among so many that have such a word: with it the cost grows with the number of posts alone. */
const mostLooked = 48

/** Words of titles that say what kind of text it is, not what it is about. */
const filling = new Set(
  'beginner complete comprehensive definitive easily easy essential everything explained fast guide handbook intro introduction need know quick quickly really simple simply step steps thing things tip tips top tutorial ultimate way ways yourself'.split(
    ' ',
  ),
)

/**
 * Posts that answer one question: titles of which four words of five are the same, or that mean the same in other words, a
 * year in them aside. Titles with other numbers are of other things: `Version 2.1`, `Week 14`.
 */
export function sharedQueriesOf(posts: readonly AuditedPost[]): SharedQuery[] {
  const asked = posts.filter((post) => {
    const reason = noQuestionOf(post)?.reason
    return reason === undefined || reason === 'about us'
  })
  const titles = asked.map(readTitle).filter(({ words }) => words.length > 0)
  const byPost = new Map(titles.map((title) => [title.post.file, title]))
  const pairs: Pair[] = []
  for (const { posts: both, likeness } of clashesOf(titles.map(searchableOf)) as Clash<OfPost>[]) {
    const [a, b] = both.map(({ slug }) => byPost.get(slug)) as [Title, Title]
    if (a.numbers === b.numbers) pairs.push({ a: a.post, b: b.post, likeness, isSame: true })
  }
  const known = new Set(pairs.map(({ a, b }) => keyOf(a, b)))
  for (const pair of nearTitles(titles)) if (!known.has(keyOf(pair.a, pair.b))) pairs.push(pair)
  return groupsOf(pairs)
}

interface Title {
  post: AuditedPost
  /** Primary language. */
  lang: string
  /** Without numbers. */
  words: readonly string[]
  /** What the words are about, each once, synonyms made one. */
  stems: readonly string[]
  /** Numbers that are no years, in order. */
  numbers: string
}

interface Pair {
  a: AuditedPost
  b: AuditedPost
  likeness: number
  isSame: boolean
}

type OfPost = Searchable & { readonly slug: string }

function readTitle(post: AuditedPost): Title {
  const lang = post.lang.toLowerCase().split('-')[0] as string
  const all = searchWords(post.title ?? '', lang)
  const words = all.filter((word) => !/^\d+$/.test(word))
  const numbers = all.filter((word) => /^\d+$/.test(word) && !/^(?:19|20)\d\d$/.test(word)).join(' ')
  const stems = lang === 'en' ? stemsOf(words) : words
  return { post, lang, words, stems: [...new Set(stems)], numbers: isList(post.title ?? '') ? '' : numbers }
}

function stemsOf(words: readonly string[]): string[] {
  const telling = words.filter((word) => !filling.has(word))
  return searchStems(telling.length > 0 ? telling : words).map(sameAs)
}

/** A number that counts what follows does not tell two lists apart: `7 ways to …`, `10 ways to …`. */
function isList(title: string): boolean {
  return /^(?:the |top )?\d+ \p{L}+/iu.test(title)
}

function searchableOf({ post: { file }, lang, words }: Title): OfPost {
  const title = words.join(' ')
  return { slug: file, title, query: title, aka: [], lang, goal: 'acquire', state: 'live' }
}

/** Pairs of titles that mean the same, each once. */
function* nearTitles(titles: readonly Title[]): Generator<Pair> {
  const frequency = new Map<string, number>()
  for (const { stems } of titles)
    for (const stem of stems) frequency.set(stem, (frequency.get(stem) ?? 0) + 1)
  const weightOf = (stem: string) => Math.log(1 + titles.length / (frequency.get(stem) as number))
  const sum = (stems: Iterable<string>) => Iterator.from(stems).reduce((all, stem) => all + weightOf(stem), 0)
  const index = new Map<string, Title[]>()
  for (const title of titles.toSorted((a, b) => byFile(a.post, b.post))) {
    const rarest = title.stems
      .toSorted((a, b) => weightOf(b) - weightOf(a) || (a < b ? -1 : 1))
      .slice(0, mostKeys)
    const candidates = new Set<Title>()
    for (const stem of rarest) {
      const key = `${title.lang} ${stem}`
      const met = index.getOrInsertComputed(key, () => [])
      for (const other of met) candidates.add(other)
      if (met.length < mostLooked) met.push(title)
    }
    const own = new Set(title.stems)
    for (const other of candidates) {
      if (other.numbers !== title.numbers) continue
      const common = other.stems.filter((stem) => own.has(stem))
      // One word in common is a subject, not a question; and where each has a word that the other lacks, they ask two.
      if (common.length < Math.max(2, Math.min(own.size, other.stems.length))) continue
      const shared = sum(common)
      const likeness = shared / (sum(title.stems) + sum(other.stems) - shared)
      if (likeness >= near) yield { a: other.post, b: title.post, likeness, isSame: false }
    }
  }
}

/** Posts that pairs lead from one to the next, the likest groups first. */
function groupsOf(pairs: readonly Pair[]): SharedQuery[] {
  const leaders = new Map<AuditedPost, AuditedPost>()
  const leaderOf = (post: AuditedPost): AuditedPost => {
    let leader = post
    for (let next = leaders.get(leader); next !== undefined; next = leaders.get(leader)) leader = next
    if (leader !== post) leaders.set(post, leader)
    return leader
  }
  for (const { a, b } of pairs) {
    const [one, other] = [leaderOf(a), leaderOf(b)]
    if (one !== other) leaders.set(other, one)
  }
  return [...Map.groupBy(pairs, ({ a }) => leaderOf(a)).values()]
    .map(
      (group): SharedQuery => ({
        by: group.every(({ isSame }) => isSame) ? 'the same words' : 'other words',
        likeness: Number(Math.min(...group.map(({ likeness }) => likeness)).toFixed(2)),
        posts: [...new Set(group.flatMap(({ a, b }) => [a, b]))].sort(newestFirst),
      }),
    )
    .sort(
      (a, b) =>
        b.posts.length - a.posts.length ||
        b.likeness - a.likeness ||
        byFile(a.posts[0] as AuditedPost, b.posts[0] as AuditedPost),
    )
}

function newestFirst(a: AuditedPost, b: AuditedPost): number {
  const [one, other] = [a.updated ?? a.published ?? '', b.updated ?? b.published ?? '']
  return one !== other ? (one > other ? -1 : 1) : byFile(a, b)
}

function keyOf(a: AuditedPost, b: AuditedPost): string {
  return [a.file, b.file].sort().join('\n')
}
