import type { PublishedPost } from '../published.ts'
import { firstBy } from './first-by.ts'
import { meaningfulWords } from './meaningful-words.ts'

/** What likeness is judged by. */
export type ComparedPost = Pick<
  PublishedPost,
  'slug' | 'title' | 'query' | 'answer' | 'headings' | 'lang' | 'topics'
>

/** A post and how much it is like another one: above 0, and the same from both sides. */
export interface Alike<P> {
  post: P
  score: number
}

/** How much a word counts by where it stands. */
const weights = { title: 3, query: 3, answer: 2, heading: 1 }

/** Each shared topic makes two posts that share words so much more alike. */
const perTopic = 0.5

/** So many words stand for a post, those that weigh most: with all of them 10,000 posts took 19 s instead of 3. */
const tellingWords = 24

/** A word that more posts have tells none of them apart. On a blog of any size a post is compared with few others. */
const mostPosts = 300

/**
 * Compares posts by TF-IDF: a word weighs (1 + ln of its weighted count) × ln(posts / posts that have it), and two
 * posts are as alike as the cosine of their weights, more where they share topics. An inverted index finds the posts
 * that share words, so no post is compared with all. Nothing depends on the order of the posts.
 * @returns finds the posts that are most like one and fit, not itself: the likest first, ties by slug
 */
export function compareByWords<P extends ComparedPost>(
  posts: readonly P[],
): (post: P, most: number, fits?: (other: P) => boolean) => Alike<P>[] {
  const places = new Map(posts.map(({ slug }, place) => [slug, place]))
  const vectors = weigh(posts.map(countWords))
  const index = new Map<string, { post: number; weight: number }[]>()
  for (const [post, vector] of vectors.entries())
    for (const [word, weight] of vector) {
      const entries = index.get(word)
      if (entries) entries.push({ post, weight })
      else index.set(word, [{ post, weight }])
    }
  const products = new Float64Array(posts.length)

  return (post, most, fits = () => true) => {
    const place = places.get(post.slug)
    if (place === undefined) return []
    const met: number[] = []
    for (const [word, own] of vectors[place] ?? [])
      for (const { post: other, weight } of index.get(word) ?? []) {
        if (products[other] === 0) met.push(other)
        products[other] = (products[other] ?? 0) + own * weight
      }
    const mostByTopics = 1 + perTopic * post.topics.length
    const likest: Alike<P>[] = []
    for (const other of met) {
      const cosine = products[other] ?? 0
      products[other] = 0
      const like = posts[other] as P
      const last = likest.length === most ? likest.at(-1) : undefined
      if (other === place || (last && cosine * mostByTopics < last.score) || !fits(like)) continue
      const alike = { post: like, score: cosine * (1 + perTopic * sharedTopics(post, like)) }
      const behind = likest.findIndex((each) => moreAlike(alike, each) < 0)
      likest.splice(behind < 0 ? likest.length : behind, 0, alike)
      if (likest.length > most) likest.pop()
    }
    return likest
  }
}

function moreAlike(a: Alike<ComparedPost>, b: Alike<ComparedPost>): number {
  return b.score - a.score || (a.post.slug < b.post.slug ? -1 : 1)
}

/**
 * The weights of each post's telling words, a vector of length 1. Words stand in the order of the alphabet, so that
 * every sum over them comes out the same to its last digit.
 */
function weigh(counts: readonly ReadonlyMap<string, number>[]): (readonly (readonly [string, number])[])[] {
  const posts = new Map<string, number>()
  for (const words of counts) for (const word of words.keys()) posts.set(word, (posts.get(word) ?? 0) + 1)
  return counts.map((words) => {
    const weighed = [...words].flatMap(([word, count]): [string, number][] => {
      const having = posts.get(word) ?? 1
      const rarity = Math.log(counts.length / having)
      return rarity === 0 || having > mostPosts ? [] : [[word, (1 + Math.log(count)) * rarity]]
    })
    const telling = firstBy(weighed, tellingWords, ([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    const length = Math.hypot(...telling.map(([, weight]) => weight))
    return telling
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([word, weight]) => [word, weight / length] as const)
  })
}

/** How many topics two posts share. */
export function sharedTopics(a: Pick<PublishedPost, 'topics'>, b: Pick<PublishedPost, 'topics'>): number {
  return a.topics.filter((topic) => b.topics.includes(topic)).length
}

/** Words of a post, each with how often it stands there, weighted by where. */
function countWords({ title, query, answer, headings, lang }: ComparedPost): Map<string, number> {
  const counts = new Map<string, number>()
  const add = (text: string, weight: number) => {
    for (const word of meaningfulWords(text, lang)) counts.set(word, (counts.get(word) ?? 0) + weight)
  }
  add(title, weights.title)
  add(query, weights.query)
  add(answer ?? '', weights.answer)
  for (const { text } of headings) add(text, weights.heading)
  return counts
}
