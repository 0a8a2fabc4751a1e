import type { PostText, Site } from '../rule.ts'
import { onceAText } from '../text/once-a-text.ts'
import type { Passage, Text, Word } from '../text/text.ts'
import { stemsOf } from '../words/stems-of.ts'
import { isExplainedAt } from './is-explained-at.ts'

/** A word that readers may not know, where it stands. */
export interface Term {
  readonly passage: Passage
  readonly word: Word
  /** `rare`: of a trade, in no list of 35,000 words; `hard`: long or seldom read. */
  readonly kind: 'rare' | 'hard'
}

/**
 * The words of a text that readers may not know, in order. Not among them: names, words of the search and the title,
 * of the glossary and the site's brands, and what is explained or linked where it is first used.
 */
export const termsOf = onceAText((text: Text | PostText, site: Site): readonly Term[] => {
  const familiar = familiarTo(text, site)
  const terms: Term[] = []
  const explained = new Map<string, boolean>()
  const names = new Set<string>()
  const { passages } = text
  for (let order = 0; order < passages.length; order++) {
    const passage = passages[order] as Passage
    const { kind, words, unusual, isQuote, sentences } = passage
    if (kind === 'title' || kind === 'description' || isQuote) continue
    let sentence = 0
    for (let index = 0; index < unusual.length; index++) {
      const at = unusual[index] as number
      const word = words[at] as Word
      const { entry, shape } = word
      while ((sentences[sentence]?.endWord ?? Infinity) <= at) sentence++
      const isFirst = at === sentences[sentence]?.firstWord
      if (shape === 'capital' && !isFirst) names.add(entry.lower)
      if (shape !== 'lower' && !(shape === 'capital' && isFirst && !isNameLike(passage, at))) continue
      const term = kindOf(word)
      if (!term || word.isQuoted || word.isAddress) continue
      if (familiar.size > 0 && isAmong(familiar, entry)) continue
      if (!explained.has(entry.lemma))
        explained.set(entry.lemma, isExplainedAt(passage, word.start, word.end))
      if (!explained.get(entry.lemma)) terms.push({ passage, word, kind: term })
    }
  }
  return names.size === 0
    ? terms
    : terms.filter(({ word, kind }) => kind === 'hard' || !names.has(word.entry.lower))
})

/** Whether a rare word that begins a sentence may be a name: it ends like one, or a capital or a possessive follows it. */
function isNameLike({ text, words }: Passage, at: number): boolean {
  const { entry, end } = words[at] as Word
  if (entry.familiarity !== 'rare') return false
  const next = words[at + 1]
  return (
    !endingOfThings.test(entry.lower) ||
    /^['’]s/.test(text.slice(end, end + 2)) ||
    (next !== undefined && next.shape !== 'lower')
  )
}

/** How words of a trade end, and names hardly do. */
const endingOfThings =
  /(?:[^aeiou]ing|ations?|ions|ity|ities|ments?|ness|[iy][sz](?:e|ed|es|ing)|ify|able|ible|ally|ology|isms?|ware|bases?|books?|boards?|hooks?|points?|stacks?|flows?|banks?|times?|codes?|ers)$/

/** Measured on words that readers were asked about: long ones are hard sooner. */
function kindOf({ entry: { lower, familiarity } }: Word): Term['kind'] | undefined {
  if (familiarity === 'rare') return lower.length >= 4 ? 'rare' : undefined
  return lower.length >= (familiarity === 'uncommon' ? 5 : 7) ? 'hard' : undefined
}

/** Whether a word is one of some, or a form of one, as `configs` of `config`; `configuration` is another. */
function isAmong(words: ReadonlySet<string>, { lower, lemma }: Word['entry']): boolean {
  return words.has(lower) || words.has(lemma) || stemsOf(lower).some((stem) => words.has(stem))
}

/** Words that need no explanation in a text: what the reader typed, the title, the site's names and glossary. */
function familiarTo(text: Text | PostText, { brands, glossary }: Site): ReadonlySet<string> {
  const familiar = new Set<string>()
  const add = (some: string) => {
    for (const word of some.toLowerCase().match(/[\p{L}\p{N}'’]+/gu) ?? [])
      familiar.add(word.replaceAll('’', "'"))
  }
  for (const brand of brands) add(brand)
  for (const { term, kind } of glossary) if (kind !== 'internal') add(term)
  if (text.query !== undefined) add(text.query)
  if ('post' in text) add(text.post.title)
  return familiar
}
