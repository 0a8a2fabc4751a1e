import type { Fault } from '../calendar/fault.ts'
import { type AuditedPost, byFile, isEnglish } from './audited-post.ts'
import { type InsiderText, type InsiderWord, insiderTexts, insiderWords } from './insider.ts'
import { type LinkedFrom, linksAmong, type Target } from './links-among.ts'
import { type Mix, mixOf } from './mix.ts'
import { type NoQuestion, noQuestionOf } from './question.ts'
import { type SellingPhrase, type SellingText, sellingPhrases, sellingTexts } from './selling.ts'
import { type SharedQuery, sharedQueriesOf } from './shared-queries.ts'
import { type StalePost, stalePosts } from './stale.ts'
import { type ToMend, worthMending } from './worth-mending.ts'

/** What was read, and how. */
export interface Reading {
  /** What was named, as it was named. */
  source: string
  /** `Jekyll`; plain Markdown where no program is recognized. */
  program: string
  /** What the blog is called, as far as it says. */
  name?: string
  /** Where the blog stands, `https://kettles.example`, as far as it says. */
  address?: string
  /** The day that ages are counted from. */
  today: string
  /** One file was named: nothing can be told of others. */
  isAlone: boolean
  /** Drafts and private posts, pages beside posts: read, not audited. */
  leftOut: { drafts: number; pages: number }
  /** Posts in HTML: their places are the line in which their text begins. */
  html: number
  /** What could not be read, by place. */
  faults: readonly Fault[]
}

/** What strangers stumble over on a blog. Plain data; every list is whole, the worst first. */
export interface Audit extends Reading {
  /** By file. */
  posts: readonly AuditedPost[]
  words: number
  /** How many posts are in another language than English, for which most rules keep silent. */
  foreign: number
  linkedFrom: LinkedFrom
  insider: { texts: readonly InsiderText[]; words: readonly InsiderWord[] }
  selling: { texts: readonly SellingText[]; phrases: readonly SellingPhrase[] }
  shared: readonly SharedQuery[]
  noQuestion: readonly { post: AuditedPost; why: NoQuestion }[]
  orphans: readonly AuditedPost[]
  stale: readonly StalePost[]
  mix: Mix
  mend: readonly ToMend[]
}

/** Looks at all posts of a blog together. Pure. @param pages what may be led to, and leads to posts, beside them */
export function makeAudit(
  posts: readonly AuditedPost[],
  pages: readonly AuditedPost[],
  reading: Reading,
): Audit {
  const { today, isAlone } = reading
  const sorted = posts.toSorted(byFile)
  const all: readonly (Target & AuditedPost)[] = [...sorted, ...pages]
  const linkedFrom = linksAmong(all, all, reading.address)
  const shared = isAlone ? [] : sharedQueriesOf(sorted)
  const stale = stalePosts(sorted, today)
  return {
    ...reading,
    posts: sorted,
    words: sorted.reduce((sum, { words }) => sum + words, 0),
    foreign: sorted.filter((post) => !isEnglish(post)).length,
    linkedFrom,
    insider: { texts: insiderTexts(sorted), words: insiderWords(sorted) },
    selling: { texts: sellingTexts(sorted), phrases: sellingPhrases(sorted) },
    shared,
    noQuestion: sorted.flatMap((post) => {
      const why = noQuestionOf(post)
      return why ? [{ post, why }] : []
    }),
    orphans: isAlone ? [] : sorted.filter(({ file }) => !linkedFrom.has(file)),
    stale,
    mix: mixOf(sorted, today),
    mend: worthMending(sorted, { linkedFrom, shared, stale, today, isAlone }),
  }
}
