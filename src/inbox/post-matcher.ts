import type { Calendar } from '../calendar/calendar.ts'
import type { Post } from '../calendar/post.ts'
import { everydayPart } from './cluster.ts'
import type { IdeaMatch } from './ideas.ts'
import { everydayStems, stemsHeard } from './words-heard.ts'

/** A post that answers something, with what of it came closest. */
export interface Match extends IdeaMatch {
  post: Post
  /** It is one of the post's own searches, or its title, that came closest: the post is about this. */
  isItsSubject: boolean
}

interface Phrase {
  post: Post
  text: string
  stems: readonly string[]
  isHeading: boolean
}

/** A heading answers within a post about something else. */
const headingPart = 0.85
/** How well a post answers that somebody sent as an answer. */
const sentFit = 0.7
/** Phrases are looked for by so many of the rarest stems. */
const mostKeys = 4

/**
 * Finds the posts that come closest to what was asked, by their searches, titles and headings. How well one answers is
 * the share of words that it has in common with the question, rare words counting more (Dice's coefficient, weighted).
 * @returns looks for posts by stems, and by the slugs of posts that were sent as an answer: best first, up to three
 */
export function postMatcher(
  calendar: Calendar,
): (stems: readonly string[], sent?: ReadonlySet<string>) => Match[] {
  return matchers.getOrInsertComputed(calendar, makeMatcher)
}

const matchers = new WeakMap<Calendar, ReturnType<typeof makeMatcher>>()

function makeMatcher(calendar: Calendar) {
  const { posts, plan } = calendar
  const everyday = everydayStems(calendar)
  const kept = posts.filter(({ state }) => state !== 'retired')
  const bySlug = new Map(kept.map((post) => [post.slug, post]))
  const phrases = kept.flatMap((post) => phrasesOf(post, plan.site.lang))
  const index = new Map<string, Phrase[]>()
  const owners = new Map<string, Set<Post>>()
  for (const phrase of phrases)
    for (const stem of phrase.stems) {
      index.getOrInsertComputed(stem, () => []).push(phrase)
      owners.getOrInsertComputed(stem, () => new Set()).add(phrase.post)
    }
  // What no post has a word of may be the matter itself or a detail: it counts less than what one post has.
  const weight = (stem: string) =>
    Math.log(1 + (posts.length + 1) / ((owners.get(stem)?.size ?? 2) + 1)) *
    (everyday.has(stem) ? everydayPart : 1)
  const sum = (stems: readonly string[]) => stems.reduce((all, stem) => all + weight(stem), 0)
  const totals = new Map(phrases.map((phrase) => [phrase, sum(phrase.stems)]))

  return (stems: readonly string[], sent: ReadonlySet<string> = new Set()): Match[] => {
    const rarest = stems
      .filter((stem) => index.has(stem))
      .sort((a, b) => weight(b) - weight(a) || (a < b ? -1 : 1))
      .slice(0, mostKeys)
    const asked = new Set(stems)
    const total = sum(stems)
    const best = new Map<Post, Match>()
    for (const phrase of new Set(rarest.flatMap((stem) => index.get(stem) ?? []))) {
      const common = phrase.stems.filter((stem) => asked.has(stem))
      const dice = (2 * sum(common)) / (total + (totals.get(phrase) as number))
      const fit = dice * (phrase.isHeading ? headingPart : 1)
      if (fit > (best.get(phrase.post)?.fit ?? 0))
        best.set(phrase.post, matchOf(phrase.post, fit, phrase.text, !phrase.isHeading))
    }
    for (const slug of sent) {
      const post = bySlug.get(slug)
      if (post && (best.get(post)?.fit ?? 0) < sentFit)
        best.set(post, matchOf(post, sentFit, 'it was sent as the answer', false))
    }
    return [...best.values()].sort((a, b) => b.fit - a.fit || (a.slug < b.slug ? -1 : 1)).slice(0, 3)
  }
}

function matchOf(post: Post, fit: number, closest: string, isItsSubject: boolean): Match {
  const { slug, title, file, state } = post
  return { post, slug, title, file, fit, closest, isItsSubject, isLive: state === 'live' }
}

function phrasesOf(post: Post, lang: string): Phrase[] {
  const { query, aka, title, source } = post
  const headings = [...source.text.slice(source.bodyStart).matchAll(/^#{2,4} +(.+)$/gm)].map(
    ([, text = '']) => text,
  )
  const own = [...new Set([query, title, ...aka])].map((text) => ({ text, isHeading: false }))
  return (
    [...own, ...headings.map((text) => ({ text, isHeading: true }))]
      .map((phrase) => ({ ...phrase, post, stems: stemsHeard(phrase.text, lang) }))
      // A heading of one word is about whatever stands above it.
      .filter(({ stems, isHeading }) => stems.length > (isHeading ? 1 : 0))
  )
}
