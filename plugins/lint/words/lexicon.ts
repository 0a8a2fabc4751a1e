import type { PhraseIndex } from '../find-phrases.ts'
import { type Shape, shapeOf } from './shape-of.ts'
import { rootsOf, stemsOf } from './stems-of.ts'
import { UnitMap } from './unit-map.ts'
import { WordList } from './word-list.ts'

/** How many readers know a word: `everyday` all, `common` nearly all, `uncommon` some, `rare` those of a trade. */
export type Familiarity = 'everyday' | 'common' | 'uncommon' | 'rare'

const lists: readonly (readonly [Familiarity, WordList])[] = [
  ['everyday', new WordList('scowl-10.txt')],
  ['everyday', new WordList('everyday.txt')],
  ['common', new WordList('scowl-20.txt')],
  ['uncommon', new WordList('scowl-50.txt')],
]

interface Known {
  readonly familiarity: Familiarity
  readonly lemma: string
}

/** What is known of a word, whatever its case. */
export class Entry {
  readonly lower: string
  /** Phrases of rules that begin with it. */
  readonly phrases: PhraseIndex | undefined
  private known: Known | undefined = undefined

  constructor(lower: string, phrases: PhraseIndex | undefined) {
    this.lower = lower
    this.phrases = phrases
  }

  /** How many readers know it, or what it is an inflection of. What is not spelled with letters alone is not judged: everyday. */
  get familiarity(): Familiarity {
    this.known ??= lookUp(this.lower)
    return this.known.familiarity
  }

  /** The best known word that it is an inflection of; a rare one without a plural's `s`. */
  get lemma(): string {
    this.known ??= lookUp(this.lower)
    return this.known.lemma
  }
}

function lookUp(word: string): Known {
  if (word.length < 3 || !/^\p{L}+$/u.test(word)) return { familiarity: 'everyday', lemma: word }
  const lower = /[^a-z]/.test(word) ? word.normalize('NFD').replace(/\p{M}/gu, '') : word
  const inflected = bestOf([lower, ...stemsOf(lower)])
  if (inflected?.familiarity === 'everyday' || inflected?.familiarity === 'common') return inflected
  const derived = bestOf(rootsOf(lower))
  if (derived && derived.familiarity !== inflected?.familiarity)
    return { familiarity: derived.familiarity, lemma: inflected?.lemma ?? derived.lemma }
  if (inflected) return inflected
  const prefixed = /^(?:un|mis|over|out)(.{4,})$/.exec(lower)?.[1]
  const isKnown = prefixed !== undefined && bestOf([prefixed, ...stemsOf(prefixed)]) !== undefined
  return {
    familiarity: isKnown ? 'uncommon' : 'rare',
    lemma: /[^isu]s$/.test(lower) ? lower.slice(0, -1) : lower,
  }
}

/** Of forms, the first of those that most readers know. */
function bestOf(forms: readonly string[]): Known | undefined {
  let best = lists.length
  let lemma = ''
  for (const form of forms) {
    const rank = rankOf(form)
    if (rank >= best) continue
    best = rank
    lemma = form
  }
  const familiarity = lists[best]?.[0]
  return familiarity && { familiarity, lemma }
}

/** Making a map of all lists takes as long as looking for so many words in them. */
const fewLooks = 1000
let looks = 0
let ranks: ReadonlyMap<string, number> | undefined

/** Which of the lists is the first to have a word; behind the last where none has it. */
function rankOf(word: string): number {
  if (looks++ < fewLooks) {
    const rank = lists.findIndex(([, list]) => list.has(word))
    return rank < 0 ? lists.length : rank
  }
  ranks ??= new Map(
    lists.flatMap(([, list], rank) => list.words().map((each) => [each, rank] as const)).reverse(),
  )
  return ranks.get(word) ?? lists.length
}

/** A word as it is written. */
export interface Form {
  readonly text: string
  readonly entry: Entry
  readonly shape: Shape
  /** Small letters alone: nothing to look at twice. */
  readonly isPlain: boolean
  /** Everyday English. */
  readonly isEveryday: boolean
  /** Phrases of rules begin with it. */
  readonly isOpener: boolean
}

/** Each distinct word once: rules compare and look up entries, not strings. */
export class Lexicon {
  readonly #byLower = new Map<string, Entry>()
  readonly #forms = new UnitMap<Form>()
  readonly #phrasesOf: (first: string) => PhraseIndex | undefined

  /** @param phrasesOf the phrases that begin with a word in lower case; asked once a word */
  constructor(phrasesOf: (first: string) => PhraseIndex | undefined = () => undefined) {
    this.#phrasesOf = phrasesOf
  }

  /**
   * A part of a text as a word. Whoever reads the text has made the hash on the way.
   * @param units those of the text
   * @param hash of the part, from `hashOn`
   */
  formAt(text: string, units: Uint16Array, start: number, end: number, hash: number): Form {
    const known = this.#forms.get(units, start, end, hash)
    if (known !== undefined) return known
    const form = this.#makeForm(text.slice(start, end))
    this.#forms.add(units, start, end, hash, form)
    return form
  }

  #makeForm(text: string): Form {
    const shape = shapeOf(text)
    const entry = this.entryOf(text)
    return {
      text,
      entry,
      shape,
      isPlain: shape === 'lower' && !/\d/.test(text),
      isEveryday: entry.familiarity === 'everyday',
      isOpener: entry.phrases !== undefined,
    }
  }

  /** The entry of a word as written. */
  entryOf(text: string): Entry {
    const lower = text.toLowerCase().replaceAll('’', "'")
    let entry = this.#byLower.get(lower)
    if (entry === undefined) {
      entry = new Entry(lower, this.#phrasesOf(lower))
      this.#byLower.set(lower, entry)
    }
    return entry
  }
}
