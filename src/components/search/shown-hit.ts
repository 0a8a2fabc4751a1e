import { excerptOf, type Words, wordsOf } from './excerpt.ts'
import type { Hit, Section } from './pagefind.ts'
import { markWords, type Piece, plainWord } from './pieces.ts'
import { withTextFragment } from './text-fragment.ts'

/** What a reader sees of a post that was found. */
export interface ShownHit {
  title: string
  url: string
  /** Undefined for the language of the page. */
  lang: string | undefined
  /** The sentence that answers it. */
  answer: readonly Piece[]
  passages: readonly ShownPassage[]
}

/** A place in a post where something was found. */
export interface ShownPassage {
  /** Undefined for what stands before the first heading. */
  heading?: readonly Piece[]
  url: string
  text: readonly Piece[]
}

/** A passage says at least so much of what the best one of its post does. */
const share = 0.4

/**
 * The question, its answer, and places to read on, the best first. A post that was found by other words for it (`aka`) shows
 * its answer alone.
 * @param most so many places
 */
export function shownHit(hit: Hit, most: number): ShownHit {
  const { url, meta, sub_results: sections } = hit
  const { title, answer = '', lang } = meta
  const words = wordsOf(hit.raw_content)
  const found = new Set(hit.locations.map((at) => plainWord(words.list[at] ?? '')))
  const below = sections.filter(({ anchor }) => anchor).sort((a, b) => weightOf(b) - weightOf(a))
  const enough = share * Math.max(...below.map(weightOf))
  const passages = below
    .filter((section) => weightOf(section) >= enough)
    .slice(0, most)
    .map((section) => shownSection(section, hit, words, found))
  return {
    title,
    url,
    lang,
    answer: markWords(answer, found),
    passages: passages.length > 0 ? passages : opening(hit, words),
  }
}

function weightOf({ weighted_locations: words }: Section): number {
  return words.reduce((sum, { balanced_score: score }) => sum + score, 0)
}

function shownSection(
  { title, url, anchor }: Section,
  hit: Hit,
  words: Words,
  found: ReadonlySet<string>,
): ShownPassage {
  const start = anchor?.location ?? 0
  const { pieces, passage } = excerptOf(
    words,
    hit.locations,
    after(words, start, title),
    nextHeading(hit, words, start),
  )
  return { heading: markWords(title, found), url: withTextFragment(url, passage), text: pieces }
}

/** What was found before the first heading, after the question and the sentence that are shown already. */
function opening(hit: Hit, words: Words): ShownPassage[] {
  const { title, answer = '' } = hit.meta
  const { pieces, passage } = excerptOf(
    words,
    hit.locations,
    after(words, 0, title + answer),
    nextHeading(hit, words, -1),
  )
  const isFound = pieces.some(({ isMarked }) => isMarked)
  return isFound ? [{ url: withTextFragment(hit.url, passage), text: pieces }] : []
}

/** The word at which the next heading begins, or the end. */
function nextHeading({ anchors }: Hit, { list }: Words, after: number): number {
  const starts = anchors.filter(({ element, location }) => /^h\d$/.test(element) && location > after)
  return Math.min(list.length, ...starts.map(({ location }) => location))
}

/** The position after the words from a position on that a text has. */
function after({ list }: Words, from: number, text: string): number {
  let letters = plainWord(text).length
  let at = from
  while (at < list.length && (letters > 0 || !plainWord(list[at] ?? '')))
    letters -= plainWord(list[at++] ?? '').length
  return at
}
