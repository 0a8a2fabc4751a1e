import type { Passage, Spot, Text, Word } from './text/text.ts'
import type { Lexicon } from './words/lexicon.ts'

/**
 * A phrase that a rule looks for: words in lower case with single spaces, where a space also stands for a hyphen.
 * `~` after a word takes its inflections too (`leverage~`: leverages, leveraged, leveraging), `a|b` either word.
 */
export interface Phrase {
  readonly phrase: string
}

/** A phrase, word by word, ready to be compared. */
export interface CompiledPhrase {
  readonly owner: string
  readonly rest: readonly string[]
  readonly phrase: Phrase
}

/** Where a phrase stands. */
export interface Match<P extends Phrase = Phrase> extends Spot {
  readonly phrase: P
  /** Indices of its words in the passage. */
  readonly firstWord: number
  readonly endWord: number
}

/** Enters phrases of an owner (a rule) into a lexicon, so that one look at a word finds all that begin with it. */
export function addPhrases(lexicon: Lexicon, owner: string, phrases: readonly Phrase[]): void {
  for (const phrase of phrases)
    for (const [first, ...rest] of spellingsOf(phrase.phrase)) {
      const entry = lexicon.entryOf(first as string)
      entry.phrases ??= new Map()
      const second = rest[0] ?? ''
      const alike = entry.phrases.get(second)
      const compiled = { owner, rest, phrase }
      if (!alike) entry.phrases.set(second, [compiled])
      else {
        const shorter = alike.findIndex((each) => each.rest.length < rest.length)
        alike.splice(shorter < 0 ? alike.length : shorter, 0, compiled)
      }
    }
}

/**
 * All phrases in a text by owner, in order. Of one owner's phrases the longest counts, and none within another.
 * Words in quotation marks belong to others and match nothing.
 */
export function findPhrases(text: Text): ReadonlyMap<string, Match[]> {
  const known = foundIn.get(text)
  if (known) return known
  const found = new Map<string, Match[]>()
  foundIn.set(text, found)
  for (const passage of text.passages) {
    const { words } = passage
    for (let at = 0; at < words.length; at++) {
      const { entry, isQuoted, isAddress } = words[at] as Word
      if (entry.phrases === undefined || isQuoted || isAddress) continue
      const next = words[at + 1]
      const longer = next && entry.phrases.get(next.entry.lower)
      if (longer) addMatches(longer, passage, at, found)
      const alone = entry.phrases.get('')
      if (alone) addMatches(alone, passage, at, found)
    }
  }
  return found
}

function addMatches(
  phrases: readonly CompiledPhrase[],
  passage: Passage,
  at: number,
  found: Map<string, Match[]>,
): void {
  const { words } = passage
  for (const { owner, rest, phrase } of phrases) {
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

/** Rules and scores ask for the phrases of one text. */
const foundIn = new WeakMap<Text, Map<string, Match[]>>()

function isHere(rest: readonly string[], { text, words }: Passage, at: number): boolean {
  for (let step = 0; step < rest.length; step++) {
    const [before, word] = [words[at + step] as Word, words[at + step + 1] as Word]
    if (word.entry.lower !== rest[step] || word.isQuoted) return false
    for (let i = before.end; i < word.start; i++) if (!' \n-‑'.includes(text[i] as string)) return false
  }
  return true
}

/** All ways to spell a phrase. */
function spellingsOf(phrase: string): string[][] {
  const words = phrase.split(' ')
  if (!phrase.includes('~') && !phrase.includes('|')) return [words]
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
  if (!word.includes('~') && !word.includes('|')) return [word]
  return word.split('|').flatMap((form) => (form.endsWith('~') ? inflectionsOf(form.slice(0, -1)) : [form]))
}

/** Regular forms of an English verb or noun. */
export function inflectionsOf(word: string): string[] {
  if (/[^aeiou]y$/.test(word)) {
    const stem = word.slice(0, -1)
    return [word, `${stem}ies`, `${stem}ied`, `${word}ing`]
  }
  if (word.endsWith('e')) return [word, `${word}s`, `${word}d`, `${word.slice(0, -1)}ing`]
  if (/(?:s|x|z|ch|sh)$/.test(word)) return [word, `${word}es`, `${word}ed`, `${word}ing`]
  return [word, `${word}s`, `${word}ed`, `${word}ing`]
}
