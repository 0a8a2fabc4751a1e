import { onceAText } from './text/once-a-text.ts'
import type { Passage, Spot, Text, Word } from './text/text.ts'
import { inflect, inflectionsOf } from './words/inflect.ts'

/**
 * A phrase that a rule looks for: words in lower case with single spaces, where a space also stands for a hyphen.
 * `~` after a verb takes its inflections too (`drive~`: drives, drove, driven, driving), `(s)` after a noun its plural,
 * `a|b` either word.
 */
export interface Phrase {
  readonly phrase: string
}

/** A phrase, word by word, ready to be compared. */
interface CompiledPhrase {
  readonly owner: string
  readonly rest: readonly string[]
  readonly phrase: Phrase
}

/** Phrases that begin with a word. */
export interface PhraseIndex {
  /** Those of one word. */
  readonly alone: readonly CompiledPhrase[]
  /** All others, by their second word, the longest first. */
  readonly longer: ReadonlyMap<string, readonly CompiledPhrase[]> | undefined
}

/** Where a phrase stands. */
export interface Match<P extends Phrase = Phrase> extends Spot {
  readonly phrase: P
  /** Indices of its words in the passage. */
  readonly firstWord: number
  readonly endWord: number
}

/**
 * Finds phrases by their first word, in lower case, so that one look at a word finds all that begin with it. They are
 * spelled out when a word is first met: most never are.
 * @param lists phrases with their owner, a rule or a score
 */
export function phraseFinder(
  lists: Iterable<readonly [owner: string, phrases: readonly Phrase[]]>,
): (first: string) => PhraseIndex | undefined {
  const begun = new Map<string, { owner: string; phrase: Phrase }[]>()
  const begin = (form: string, written: { owner: string; phrase: Phrase }) => {
    const alike = begun.get(form)
    if (alike) alike.push(written)
    else begun.set(form, [written])
  }
  for (const [owner, phrases] of lists)
    for (const phrase of phrases) {
      const space = phrase.phrase.indexOf(' ')
      const first = space < 0 ? phrase.phrase : phrase.phrase.slice(0, space)
      if (/[~|(]/.test(first)) for (const form of formsOf(first)) begin(form, { owner, phrase })
      else begin(first, { owner, phrase })
    }
  return (first) => {
    const written = begun.get(first)
    if (!written) return undefined
    const compiled = written.flatMap(({ owner, phrase }) => {
      const space = phrase.phrase.indexOf(' ')
      const rest = space < 0 ? '' : phrase.phrase.slice(space + 1)
      return spellingsOf(rest).map((words): CompiledPhrase => ({ owner, rest: words, phrase }))
    })
    compiled.sort((a, b) => b.rest.length - a.rest.length)
    const { alone = [], longer = [] } = Object.groupBy(compiled, ({ rest }) =>
      rest.length === 0 ? 'alone' : 'longer',
    )
    return {
      alone,
      longer: longer.length === 0 ? undefined : Map.groupBy(longer, ({ rest }) => rest[0] as string),
    }
  }
}

/**
 * All phrases in a text by owner, in order. Of one owner's phrases the longest counts, and none within another.
 * Words in quotation marks belong to others and match nothing.
 */
export const findPhrases = onceAText((text: Text): ReadonlyMap<string, Match[]> => {
  const found = new Map<string, Match[]>()
  const { passages } = text
  for (let order = 0; order < passages.length; order++) {
    const passage = passages[order] as Passage
    const { words, openers } = passage
    for (let index = 0; index < openers.length; index++) {
      const at = openers[index] as number
      const { entry, isQuoted, isAddress } = words[at] as Word
      if (entry.phrases === undefined || isQuoted || isAddress) continue
      const next = words[at + 1]
      const { alone, longer } = entry.phrases
      const here = next && longer?.get(next.entry.lower)
      if (here) addMatches(here, passage, at, found)
      if (alone.length > 0) addMatches(alone, passage, at, found)
    }
  }
  return found
})

function addMatches(
  phrases: readonly CompiledPhrase[],
  passage: Passage,
  at: number,
  found: Map<string, Match[]>,
): void {
  const { words } = passage
  for (let index = 0; index < phrases.length; index++) {
    const { owner, rest, phrase } = phrases[index] as CompiledPhrase
    const last = at + rest.length
    if (last >= words.length || !isHere(rest, passage, at)) continue
    const matches = found.get(owner) ?? []
    found.set(owner, matches)
    const before = matches.at(-1)
    const start = (words[at] as Word).start
    if (before?.passage === passage && before.end > start) continue
    matches.push({
      passage,
      start,
      end: (words[last] as Word).end,
      phrase,
      firstWord: at,
      endWord: last + 1,
    })
  }
}

function isHere(rest: readonly string[], { text, words }: Passage, at: number): boolean {
  for (let step = 0; step < rest.length; step++) {
    const before = words[at + step] as Word
    const word = words[at + step + 1] as Word
    if (word.entry.lower !== rest[step] || word.isQuoted) return false
    for (let i = before.end; i < word.start; i++) if (!joins(text.charCodeAt(i))) return false
  }
  return true
}

/** A space, a line's end, a hyphen or one that does not break. */
function joins(code: number): boolean {
  return code === 32 || code === 10 || code === 45 || code === 0x2011
}

/** All ways to spell a phrase, word by word. */
export function spellingsOf(phrase: string): string[][] {
  const words = phrase === '' ? [] : phrase.split(' ')
  if (!/[~|(]/.test(phrase)) return [words]
  let ways: string[][] = [[]]
  for (const word of words) {
    const forms = formsOf(word)
    const [only] = forms
    if (forms.length === 1) for (const way of ways) way.push(only as string)
    else ways = ways.flatMap((way) => forms.map((form) => [...way, form]))
  }
  return ways
}

function formsOf(word: string): string[] {
  if (!/[~|(]/.test(word)) return [word]
  return word.split('|').flatMap((form) => {
    if (form.endsWith('~')) return inflectionsOf(form.slice(0, -1))
    if (!form.endsWith('(s)')) return [form]
    const noun = form.slice(0, -3)
    return [noun, inflect(noun, 's')]
  })
}
