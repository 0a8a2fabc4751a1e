import { type AuditedPost, byFile, type Heard, type Spot } from './audited-post.ts'

/** Rules of wording that sells; what judges a text as a whole stands first. */
const sellingRules = [
  'promo-page',
  'promo-opening',
  'promo-hype',
  'promo-superlative',
  'promo-claim',
  'promo-feature-run',
  'promo-cta',
  'promo-we-density',
  'promo-brand-density',
  'promo-links',
  'search-intro-us',
]
/** Those of them that quote phrases. */
const phraseRules: ReadonlySet<string> = new Set(['promo-hype', 'promo-superlative', 'promo-cta'])

/** Longer words are a sentence, which no other post has. */
const longest = 40

/** From here on a text reads as an advertisement, as in the rule promo-page; */
export const sells = 0.5
/** from here on it leans that way. */
export const leans = 0.25

/** A text that sells its writer. */
export interface SellingText {
  post: AuditedPost
  /** The weightiest first. */
  said: readonly [Heard, ...Heard[]]
}

/** A phrase that sells, over all posts. */
export interface SellingPhrase {
  words: string
  posts: number
  /** Where it stands in the first of them, by name. */
  at: Spot & { file: string }
}

/** Texts that read as an advertisement, or of which several rules say that they sell; the worst first. */
export function sellingTexts(posts: readonly AuditedPost[]): SellingText[] {
  return posts
    .flatMap((post): SellingText[] => {
      const [first, ...more] = sellingIn(post)
      const isSelling = post.promotion >= sells || first?.rule === 'promo-page'
      return first && (isSelling || new Set([first, ...more].map(({ rule }) => rule)).size >= 3)
        ? [{ post, said: [first, ...more] }]
        : []
    })
    .sort((a, b) => b.post.promotion - a.post.promotion || byFile(a.post, b.post))
}

/** Phrases that sell, those in most posts first. */
export function sellingPhrases(posts: readonly AuditedPost[]): SellingPhrase[] {
  const phrases = new Map<string, SellingPhrase>()
  for (const { file, heard } of posts.toSorted(byFile)) {
    const own = new Set<string>()
    for (const { rule, quote, line, column } of heard) {
      const key = quote.toLowerCase()
      if (!phraseRules.has(rule) || quote === '' || quote.length > longest || own.has(key)) continue
      own.add(key)
      const known = phrases.get(key)
      if (known) known.posts++
      else phrases.set(key, { words: quote, posts: 1, at: { file, line, column } })
    }
  }
  return [...phrases.values()].sort((a, b) => b.posts - a.posts || (a.words < b.words ? -1 : 1))
}

/** What sells in a post, the weightiest first. */
export function sellingIn({ heard }: AuditedPost): Heard[] {
  return heard
    .filter(({ rule }) => sellingRules.includes(rule))
    .sort((a, b) => sellingRules.indexOf(a.rule) - sellingRules.indexOf(b.rule))
}
