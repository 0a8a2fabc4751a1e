import { type Clash, clashesOf } from '../../calendar/clashes.ts'
import type { Post } from '../../calendar/post.ts'
import type { BoardData } from '../board-data.ts'
import type { SaidFinding } from '../said.ts'
import { type AnswerPlace, answerPlace } from './answer-place.ts'
import { type PostFigures, type SearchFigures, searchFigures } from './figures.ts'

/** A query that a post answers, or is to answer. */
export interface QueryRow {
  post: Post
  answer: AnswerPlace
  /** Other posts for the same search. */
  clashes: readonly Post[]
  /** No other post that readers can see, or soon can, leads to it. */
  isOrphan: boolean
  /** What the lint says of it as a search result. */
  findings: readonly SaidFinding[]
  figures?: PostFigures
}

/** Everything about searches. */
export interface Searches {
  rows: readonly QueryRow[]
  clashes: readonly Clash[]
  figures: SearchFigures
}

const order: readonly Post['state'][] = [
  'live',
  'scheduled',
  'unapproved',
  'ready',
  'review',
  'draft',
  'idea',
]
const known = new WeakMap<BoardData, Searches>()

/** A row for each post that is to be found by strangers: live ones first, the most shown first, then by query. */
export function searchesOf(data: BoardData): Searches {
  const made = known.get(data) ?? gather(data)
  known.set(data, made)
  return made
}

function gather(data: BoardData): Searches {
  const { calendar, inbox, said, bodyOf } = data
  const posts = calendar.posts.filter(({ goal, state }) => goal === 'acquire' && state !== 'retired')
  const clashes = clashesOf(posts)
  const clashing = new Map<Post, Post[]>()
  for (const {
    posts: [a, b],
  } of clashes) {
    clashing.getOrInsertComputed(a, () => []).push(b)
    clashing.getOrInsertComputed(b, () => []).push(a)
  }
  const figures = searchFigures(calendar, inbox)
  const linked = linkedPosts(data)
  const findings = new Map(said.files.map(({ file, findings }) => [file, findings]))
  const shown = (post: Post) => {
    const { page, searches = [] } = figures.posts.get(post) ?? {}
    return page?.figures.impressions ?? searches.reduce((sum, each) => sum + each.figures.impressions, 0)
  }
  const rows = posts
    .toSorted(
      (a, b) =>
        order.indexOf(a.state) - order.indexOf(b.state) ||
        shown(b) - shown(a) ||
        (a.query < b.query ? -1 : a.query > b.query ? 1 : 0),
    )
    .map((post): QueryRow => {
      const own = figures.posts.get(post)
      return {
        post,
        answer: answerPlace(post, () => bodyOf(post)),
        clashes: clashing.get(post) ?? [],
        isOrphan: linked !== undefined && isPublic(post) && !linked.has(post),
        findings: (findings.get(post.file) ?? []).filter(({ rule }) => rule.startsWith('search-')),
        ...(own && { figures: own }),
      }
    })
  return { rows, clashes, figures }
}

/** Posts that another leads to; undefined where links are not known. */
function linkedPosts({ calendar, leadsTo }: BoardData): ReadonlySet<Post> | undefined {
  if (!leadsTo) return undefined
  return new Set(
    calendar.posts.filter(isPublic).flatMap((post) => leadsTo(post).filter((target) => target !== post)),
  )
}

function isPublic({ state }: Post): boolean {
  return state === 'live' || state === 'scheduled'
}
