import type { MdastNode } from 'satteri'
import type { Goal, Intent } from '../../../src/calendar/vocabulary.ts'
import type { Entry } from '../words/lexicon.ts'
import type { Shape } from '../words/shape-of.ts'
import type { PictureNode } from './collect-prose.ts'
import type { HeadingNode } from './read-passages.ts'

/** A word of a passage. Offsets are UTF-16 units in the passage's text. */
export interface Word {
  readonly start: number
  readonly end: number
  /** As written, without signs around it and without a possessive `'s`. */
  readonly text: string
  /** What is known of it, in lower case; the same object for the same word everywhere. */
  readonly entry: Entry
  readonly shape: Shape
  /** Inside quotation marks, or in a block quote: what others said. */
  readonly isQuoted: boolean
  /** An address, a file name, a handle or a hashtag: no prose. */
  readonly isAddress: boolean
}

/** A sentence of a passage. */
export interface Sentence {
  readonly passage: Passage
  /** Offsets in the passage's text. */
  readonly start: number
  readonly end: number
  /** Its words are `passage.words.slice(firstWord, endWord)`. */
  readonly firstWord: number
  readonly endWord: number
  readonly isQuestion: boolean
}

/** Where the words of a passage stand. The first four are fields of a post. */
export type PassageKind =
  | 'title'
  | 'description'
  | 'answer'
  | 'takeaway'
  | 'snippet'
  | 'heading'
  | 'paragraph'
  | 'item'
  | 'cell'
  | 'prop'

/** A link in a passage. Offsets are those of its words in the passage's text. */
export interface PassageLink {
  readonly start: number
  readonly end: number
  readonly url: string
}

/** A run of prose: a paragraph, a heading, a cell, a field. */
export interface Passage {
  readonly kind: PassageKind
  /** Of a heading: 1 to 6; otherwise 0. */
  readonly depth: number
  /** Its prose; code, pictures and other things that are no prose stand in it as one `\uFFFC` each. */
  readonly text: string
  readonly words: readonly Word[]
  /** How many words it has; code and addresses are none. */
  readonly wordCount: number
  /** Indices of words with more than small letters: capitals, digits, code, addresses. */
  readonly marked: readonly number[]
  /** Indices of words that are no everyday English. */
  readonly unusual: readonly number[]
  /** Indices of words that phrases of rules begin with. */
  readonly openers: readonly number[]
  readonly sentences: readonly Sentence[]
  readonly links: readonly PassageLink[]
  /** Ranges in the text that are set apart: `<abbr title="…">`, `<Term>`. */
  readonly explained: readonly { start: number; end: number; meaning?: string }[]
  /** Stands in a block quote. */
  readonly isQuote: boolean
  /** Names of the components and HTML elements around it, outermost first. */
  readonly inside: readonly string[]
  /** Texts of the headings above it, outermost first. */
  readonly path: readonly string[]
  /** Offset in the file of an offset in the text. Only asked for when something is reported. */
  offsetOf(index: number): number
}

/** A place in a passage. */
export interface Spot {
  readonly passage: Passage
  readonly start: number
  readonly end: number
}

/** What a text is: whose, for whom. */
export interface Occasion {
  readonly goal: Goal
  /** A language tag. */
  readonly lang: string
  /** The search that it answers, where it is a post. */
  readonly query?: string
  readonly intent?: Intent
}

/** What a rule sees: a body, or a snippet, split once for all rules. */
export interface Text extends Occasion {
  /** Path as it is reported. */
  readonly file: string
  /** The whole file. */
  readonly source: string
  /** mdast of the body, with offsets of the file; empty for a snippet. */
  readonly tree: Extract<MdastNode, { type: 'root' }>
  /** In the order of a page: fields first. */
  readonly passages: readonly Passage[]
  /** Headings of the body, in order; those in block quotes are of another text. */
  readonly headings: readonly HeadingNode[]
  /** What may show a picture, in order; none of a snippet. */
  readonly pictures: readonly PictureNode[]
  /** Addresses that references name, by identifier. */
  readonly definitions: ReadonlyMap<string, string>
  /** How many words its passages have, fields not counted; code and addresses are none. */
  readonly wordCount: number
  /** Where a field of its entry stands, or the nearest thing above it that is there; a file by itself has no entry. */
  rangeOfField?(path: readonly (string | number)[]): readonly [number, number]
}

/** The fields of a post among the kinds of passages. */
export const fieldKinds: ReadonlySet<PassageKind> = new Set(['title', 'description', 'answer', 'takeaway'])

/** The words of a sentence. */
export function wordsOf({ passage, firstWord, endWord }: Sentence): readonly Word[] {
  return passage.words.slice(firstWord, endWord)
}

/** The text of a sentence. */
export function textOf({ passage, start, end }: Sentence): string {
  return passage.text.slice(start, end)
}
