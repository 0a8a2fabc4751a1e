import type { GlossaryEntry } from '../calendar/glossary.ts'
import { splitWords, type Word } from './split-words.ts'

/** A glossary word in a text. */
export interface FoundTerm {
  /** The word as the glossary has it. */
  term: string
  /** Offsets in UTF-16 units. */
  start: number
  end: number
}

/** Finds the words of a glossary. */
export interface TermFinder {
  /**
   * Where words of the glossary stand in a text: whole words, the longest ones, none within another. Takes time in
   * proportion to the text, however many words the glossary has.
   */
  find(text: string): FoundTerm[]
  /** The glossary's form of a word, whatever its case; undefined when it is not there. */
  named(word: string): string | undefined
}

/** What may follow the words so far. */
interface Step {
  next: Map<string, Step>
  /** Terms that end here. Those with a spelling are found only where the text has it. */
  ends: { term: string; spelling?: string }[]
}

/**
 * Makes a finder. Terms are found in any case; acronyms, and names that have capitals, only as they are written
 * (`IT` is not `it`). Each is found in its plain English plural too.
 */
export function termFinder(glossary: readonly Pick<GlossaryEntry, 'term' | 'kind'>[]): TermFinder {
  const start: Step = { next: new Map(), ends: [] }
  for (const { term, kind } of glossary) {
    const spelled = splitWords(term).map(spelledIn)
    const last = spelled.pop()
    if (last === undefined) continue
    const isExact = kind === 'acronym' || (kind === 'public' && /\p{Lu}/u.test(term))
    const step = spelled.reduce(stepAfter, start)
    for (const form of withPlurals(last)) {
      const spelling = spelled.join('') + form
      stepAfter(step, form).ends.push({ term, ...(isExact && { spelling }) })
    }
  }
  const mayHold = holdsOneOf([...start.next.keys()])
  return {
    find(text) {
      if (!mayHold(text)) return []
      const words = splitWords(text)
      const found: FoundTerm[] = []
      for (let at = 0; at < words.length; at++) {
        const longest = longestAt(start, words, at)
        if (!longest) continue
        const [from, to] = [words[at] as Word, words[longest.last] as Word]
        found.push({ term: longest.term, start: from.start, end: to.end })
        at = longest.last
      }
      return found
    },
    named(text) {
      const step = splitWords(text)
        .map(spelledIn)
        .reduce<Step | undefined>((from, spelled) => from?.next.get(spelled.toLowerCase()), start)
      return step?.ends[0]?.term
    },
  }
}

/** Signs that words are never spelled otherwise by: all else is looked at word by word. */
const plain = /^[\n -~’“”–—…]*$/

/**
 * Tells quickly that a text has none of some words, as most passages have none: with words that are spelled out in
 * full it says that it may have one.
 * @param words in lower case
 */
function holdsOneOf(words: readonly string[]): (text: string) => boolean {
  if (words.length === 0) return () => false
  const spelled = words.map((word) => RegExp.escape(word).replaceAll("'", "['’]"))
  const any = new RegExp(spelled.join('|'))
  return (text) => !plain.test(text) || any.test(text.toLowerCase())
}

/** The longest term that begins with the word at an index, and the index of its last word. */
function longestAt(
  start: Step,
  words: readonly Word[],
  at: number,
): { term: string; last: number } | undefined {
  let longest: { term: string; last: number } | undefined
  let step: Step | undefined = start
  let text = ''
  for (let last = at; last < words.length; last++) {
    const spelled = spelledIn(words[last] as Word, last - at)
    step = step.next.get(spelled.toLowerCase())
    if (!step) break
    text += spelled
    const end = step.ends.find(({ spelling }) => spelling === undefined || spelling === text)
    if (end) longest = { term: end.term, last }
  }
  return longest
}

/** What stands before the first word of a term is no part of it. */
function spelledIn({ word, before }: Word, index: number): string {
  return index === 0 ? word : before + word
}

function stepAfter(step: Step, spelled: string): Step {
  const key = spelled.toLowerCase()
  const after = step.next.get(key) ?? { next: new Map(), ends: [] }
  step.next.set(key, after)
  return after
}

function withPlurals(word: string): string[] {
  const forms = [word, `${word}s`]
  if (/(?:s|x|z|ch|sh)$/i.test(word)) forms.push(`${word}es`)
  if (/[^aeiou]y$/i.test(word)) forms.push(`${word.slice(0, -1)}ies`)
  return forms
}
