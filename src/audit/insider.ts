import { type AuditedPost, byFile, type Heard, type Spot } from './audited-post.ts'

/** Rules whose words a stranger does not know, with how much one word counts. */
const insiderRules: ReadonlyMap<string, number> = new Map([
  ['jargon-acronym', 1],
  ['jargon-acronym-late', 0.5],
  ['jargon-acronym-title', 1],
  ['jargon-buzzword', 1],
  ['jargon-insider-ref', 1],
  ['jargon-internal-name', 1],
])
/** Rare words: a few are no hindrance, and count only where the lint says that a text has too many. */
const rareWords = { rule: 'jargon-term', counts: 0.5, density: 'jargon-density' } as const

/** From so many words on, counted as above, a text reads as insider: where it is no longer than so many words for each, */
const [fewest, oneIn] = [3, 250]
/** or however long it is. */
const many = 12

/** A text that takes its reader for one of the team. */
export interface InsiderText {
  post: AuditedPost
  /** Each once, the weightiest first. */
  words: readonly string[]
  /** Words, counted by weight. */
  weight: number
  /** What was heard first, where it stands. */
  first: Heard
}

/** A word that strangers do not know, over all posts. */
export interface InsiderWord {
  word: string
  rule: string
  /** How many posts say it, and how often in all of them. */
  posts: number
  times: number
  /** Where it is said first: in the first of the posts, by name. */
  at: Spot & { file: string }
}

/** Texts that read as insider, the worst first. */
export function insiderTexts(posts: readonly AuditedPost[]): InsiderText[] {
  return posts
    .flatMap((post): InsiderText[] => {
      const said = wordsOf(post)
      const weight = said.reduce((sum, { counts }) => sum + counts, 0)
      const [lead] = said
      return lead && (weight >= many || (weight >= fewest && weight * oneIn >= post.words))
        ? [{ post, words: said.map(({ word }) => word), weight, first: lead.from }]
        : []
    })
    .sort((a, b) => b.weight - a.weight || byFile(a.post, b.post))
}

/** Words that strangers do not know, those in most posts first. */
export function insiderWords(posts: readonly AuditedPost[]): InsiderWord[] {
  const words = new Map<string, InsiderWord>()
  for (const post of posts.toSorted(byFile))
    for (const { word, times, from } of wordsOf(post)) {
      const { rule, line, column } = from
      const known = words.get(word.toLowerCase())
      if (known) {
        known.posts++
        known.times += times
      } else
        words.set(word.toLowerCase(), { word, rule, posts: 1, times, at: { file: post.file, line, column } })
    }
  return [...words.values()].sort(
    (a, b) => b.posts - a.posts || b.times - a.times || (a.word < b.word ? -1 : 1),
  )
}

/** A word of a post that strangers do not know. */
interface Unknown {
  word: string
  /** How much it counts. */
  counts: number
  times: number
  from: Heard
}

/** What a post says that strangers do not know, each word once, the weightiest first. */
export function wordsOf({ heard }: Pick<AuditedPost, 'heard'>): Unknown[] {
  const words = new Map<string, Unknown>()
  const isDense = heard.some(({ rule }) => rule === rareWords.density)
  for (const from of heard) {
    const isRare = isDense && from.rule === rareWords.rule
    const counts = isRare ? rareWords.counts : insiderRules.get(from.rule)
    const key = from.quote.toLowerCase()
    if (counts === undefined || from.quote === '') continue
    const known = words.get(key)
    const times = (known?.times ?? 0) + from.times
    if (known && known.counts >= counts) known.times = times
    else words.set(key, { word: from.quote, counts, times, from })
  }
  return [...words.values()].sort((a, b) => b.counts - a.counts)
}
