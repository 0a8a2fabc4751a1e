import { stemmer } from 'stemmer'
import { sameAs } from '../../../src/calendar/search-synonyms.ts'
import { stopWords } from '../../../src/reader/stop-words.ts'
import type { Word } from '../text/text.ts'

/**
 * Words of a search that say what kind of answer it asks for, not what it is about: an answer to `how often` says
 * `twice a week`, and not `often`.
 */
const askingWords = new Set(
  'best better daily different difference good great guide how ideal long many much often one soon tips top what when where which who why'.split(
    ' ',
  ),
)

const known = new Map<string, string | undefined>()
/** So many words are kept; more than a large site has. */
const mostKnown = 50_000

/** What a word in lower case is about: the stem of it or of its like; undefined of words that say nothing. */
export function stemOf(lower: string): string | undefined {
  if (known.has(lower)) return known.get(lower)
  const stem = stemmer(lower.replace(/'/g, ''))
  const about = stopWords.has(lower) || askingWords.has(lower) ? undefined : sameAs(stem)
  if (known.size < mostKnown) known.set(lower, about)
  return about
}

/** What a search is about: its stems, each with the word as it was written, in lower case. */
export function searchStems(search: string): ReadonlyMap<string, string> {
  const stems = new Map<string, string>()
  for (const [word] of search
    .toLowerCase()
    .replaceAll('’', "'")
    .matchAll(/[\p{L}\p{M}\p{N}]+(?:'[\p{L}]+)*/gu)) {
    const stem = stemOf(word)
    if (stem !== undefined && !stems.has(stem)) stems.set(stem, word)
  }
  return stems
}

/** How many of a search's stems stand among words; `of` all of them. */
export function sharedStems(search: ReadonlyMap<string, string>, words: Iterable<Word>): number {
  const found = new Set<string>()
  for (const { entry } of words) {
    const stem = stemOf(entry.lower)
    if (stem !== undefined && search.has(stem)) found.add(stem)
  }
  return found.size
}
