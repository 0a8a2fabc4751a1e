import type { PublishedPost } from './published.ts'
import { firstBy } from './related/first-by.ts'
import { type ComparedPost, compareByWords, sharedTopics } from './related/similar-posts.ts'

const fewest = 3
const most = 5

/** Beyond the fewest, only posts that are at least so much alike are worth a reader's look. */
const worthwhile = 0.08

/** What it takes to say which posts belong together. */
export type RelatedPost = ComparedPost & Pick<PublishedPost, 'goal' | 'publish' | 'related'>

/** Finds three to five posts that a reader of one may want next. */
type Finder<P> = (post: P) => readonly P[]

const kept = new WeakMap<readonly RelatedPost[], Finder<RelatedPost>>()

/**
 * Three to five posts that a reader of this one may want next, fewer where there are fewer: those that its writer
 * chose, then those that are most alike, and if need be those on the same topics, the newest first. Ties are broken by
 * slug. Readers from search are not led to posts for customers.
 * @param posts all that are shown; they are compared once
 */
export function relatedTo<P extends RelatedPost>(post: P, posts: readonly P[]): readonly P[] {
  const known = kept.get(posts) ?? (relatedFinder(posts) as Finder<RelatedPost>)
  kept.set(posts, known)
  return known(post) as readonly P[]
}

/** Says which posts belong together, where that was found out before. */
export function knowRelated<P extends RelatedPost>(posts: readonly P[], known: Finder<P>): void {
  kept.set(posts, known as unknown as Finder<RelatedPost>)
}

function relatedFinder<P extends RelatedPost>(posts: readonly P[]): Finder<P> {
  const bySlug = new Map(posts.map((post) => [post.slug, post]))
  const alikeTo = compareByWords(posts)
  return (post) => {
    const found = new Set<P>()
    const isNew = (other: P) =>
      other.slug !== post.slug && !found.has(other) && (post.goal === 'retain' || other.goal === 'acquire')
    for (const slug of post.related) {
      const chosen = bySlug.get(slug)
      if (chosen && isNew(chosen) && found.size < most) found.add(chosen)
    }
    for (const { post: other, score } of alikeTo(post, most - found.size, isNew))
      if (found.size < fewest || score >= worthwhile) found.add(other)
    if (found.size < fewest)
      for (const other of firstBy(posts.filter(isNew), fewest - found.size, closerTo(post))) found.add(other)
    return [...found]
  }
}

/** Same language first, then more shared topics, then the newest. */
function closerTo(post: RelatedPost): (a: RelatedPost, b: RelatedPost) => number {
  const isForeign = ({ lang }: RelatedPost) => Number(lang !== post.lang)
  const wentLive = ({ publish }: RelatedPost) => publish?.instant ?? ''
  return (a, b) =>
    isForeign(a) - isForeign(b) ||
    sharedTopics(post, b) - sharedTopics(post, a) ||
    (wentLive(a) === wentLive(b) ? slugOrder(a, b) : wentLive(a) > wentLive(b) ? -1 : 1)
}

function slugOrder(a: RelatedPost, b: RelatedPost): number {
  return a.slug < b.slug ? -1 : 1
}
