import { type AuditedPost, byFile, type Heard, type Spot } from './audited-post.ts'
import { wordsOf } from './insider.ts'
import type { LinkedFrom } from './links-among.ts'
import { type Asking, askingOf, noQuestionOf, noQuestionWords } from './question.ts'
import { quoted } from './quoted.ts'
import { sellingIn, sells } from './selling.ts'
import type { SharedQuery } from './shared-queries.ts'
import { type StalePost, staleWords } from './stale.ts'

/** Something that makes a post worth mending. */
export interface Part {
  what: 'sells' | 'insider' | 'shared' | 'question' | 'orphan' | 'stale'
  /** Points that it adds. */
  points: number
  /** Why, as a person says it; words of the post in backticks. */
  words: string
  /** Where it shows. */
  at?: Spot
}

/** A post with how much mending it is worth. */
export interface ToMend {
  post: AuditedPost
  /** 0 to 100: points of its parts, times the chance that a stranger comes. */
  score: number
  /** The weightiest first. */
  parts: readonly Part[]
}

/** What is known of the blog besides its posts. */
export interface Known {
  linkedFrom: LinkedFrom
  shared: readonly SharedQuery[]
  stale: readonly StalePost[]
  today: string
  /** Whether others were read that could lead to a post. */
  isAlone: boolean
}

/** Rules that speak of the writer's own we, which is no pitch by itself. */
const aboutUs: ReadonlySet<string> = new Set(['search-intro-us', 'promo-we-density'])

/** Most points of each part. They come to 100. */
export const mostPoints = { sells: 34, insider: 24, shared: 12, question: 8, orphan: 8, stale: 14 } as const

/** How likely a stranger comes from search, by what the title does: mending what nobody meets helps nobody. */
const chances = { asks: 1, names: 0.85, neither: 0.75, unknown: 0.85 } as const satisfies Record<
  Asking,
  number
>

/**
 * Posts by how much mending them is worth, the most first; those with nothing to mend are left out. Points, up to
 * `mostPoints` each:
 * - sells: 34 × the score of promotion from 0.5 on; else 2 for each phrase or rule, up to 12;
 * - insider: 3 for a word that strangers do not know, 1.5 for one that is explained too late, or one of too many rare ones;
 * - shared: 12 where another post answers the same question in the same words, 9 in other words;
 * - question: 8 where no search leads to the title;
 * - orphan: 8 where no other post leads to it;
 * - stale: 14 for a year in the title that is over, 9 for words that date, 5 for age alone.
 */
export function worthMending(posts: readonly AuditedPost[], known: Known): ToMend[] {
  const shared = new Map(known.shared.flatMap((group) => group.posts.map((post) => [post, group] as const)))
  const stale = new Map(known.stale.map((each) => [each.post, each]))
  return posts
    .flatMap((post): ToMend[] => {
      const parts = partsOf(post, shared.get(post), stale.get(post), known).sort(
        (a, b) => b.points - a.points,
      )
      const points = parts.reduce((sum, part) => sum + part.points, 0)
      const score = Math.round(points * chances[askingOf(post)])
      return score > 0 ? [{ post, score, parts }] : []
    })
    .sort((a, b) => b.score - a.score || byFile(a.post, b.post))
}

function partsOf(
  post: AuditedPost,
  shared: SharedQuery | undefined,
  stale: StalePost | undefined,
  { linkedFrom, today, isAlone }: Known,
): Part[] {
  const parts: Part[] = []
  const add = (what: Part['what'], points: number, words: string, at?: Spot) => {
    const most = Math.min(Math.round(points), mostPoints[what])
    if (most > 0)
      parts.push({ what, points: most, words, ...(at && { at: { line: at.line, column: at.column } }) })
  }

  const selling = sellingIn(post)
  const phrases = selling.filter(({ rule }) => rule !== 'promo-page')
  const pitches = phrases.filter(({ rule }) => !aboutUs.has(rule))
  const isPage = post.promotion >= sells && selling[0]?.rule === 'promo-page'
  const first = phrases[0] ?? selling[0]
  if (first)
    add(
      'sells',
      isPage ? mostPoints.sells * post.promotion : Math.min(12, 2 * phrases.length),
      isPage || pitches.length > 0
        ? `${isPage ? 'reads as an advertisement' : 'sells'}${quotesIn(pitches)}`
        : `speaks of the one who writes${quotesIn(phrases)}`,
      first,
    )

  const words = wordsOf(post)
  const weight = words.reduce((sum, { counts }) => sum + counts, 0)
  const [lead] = words
  if (lead)
    add(
      'insider',
      3 * weight,
      `words that strangers do not know${quotesIn(words.map(({ from }) => from))}`,
      lead.from,
    )

  if (shared) {
    const [other, ...more] = shared.posts.filter((each) => each !== post) as [AuditedPost, ...AuditedPost[]]
    const others = more.length === 0 ? '' : ` and ${more.length} more`
    add(
      'shared',
      shared.by === 'the same words' ? mostPoints.shared : 9,
      `answers the same question as \`${other.file}\`${others}`,
    )
  }
  const question = noQuestionOf(post)
  if (question)
    add(
      'question',
      mostPoints.question,
      `the title ${question.reason === 'untitled' ? 'is missing' : noQuestionWords(question)}`,
    )
  if (!isAlone && !linkedFrom.has(post.file)) add('orphan', mostPoints.orphan, 'no other post leads to it')
  if (stale) {
    const points = { 'year in the title': mostPoints.stale, 'words that date': 9, age: 5 }[
      stale.reasons[0].kind
    ]
    add(
      'stale',
      points,
      stale.reasons.map((reason) => staleWords(reason, post, today)).join(', '),
      stale.reasons[0].at,
    )
  }
  return parts
}

/** What was said, quoted behind a colon. */
function quotesIn(said: readonly Pick<Heard, 'quote'>[]): string {
  const quotes = quoted(said.map(({ quote }) => quote))
  return quotes === '' ? '' : `: ${quotes}`
}
