import type { Form, Lexicon } from '../words/lexicon.ts'
import { hashOn } from '../words/unit-map.ts'
import { addSentences } from './add-sentences.ts'
import { type Quote, quotesIn } from './quotes-in.ts'
import type { Passage, Sentence, Word } from './text.ts'
import { unitsOf } from './units-of.ts'

/** Things that stand between words without being any: text is cut into chunks here. */
const chunkPattern = /[^\s–—―…|·•→<>\u200b]+/y
const wordPattern =
  /\uFFFC|[\p{L}\p{N}\p{M}]+(?:[’'&][\p{L}\p{N}\p{M}]+|\.(?=\d)\d+|[+#]+(?![\p{L}\p{N}]))*/gu
const addressPattern =
  /:\/\/|^www\.|@[\p{L}\p{N}]|^[(“"']*[#@/~][\p{L}\p{N}]|[\p{L}\p{N}]\.[\p{Ll}]{2,}(?:[/:?#]|$|[).,;”"'])|\/.*\/|_|\\[\p{L}]/u

/** What a sign is to a reader of chunks. */
const [manifold, letter, sign, space] = [0, 1, 2, 3]
const apostrophe = 39
const dot = 46
const noProse = 0xfffc

/** What the signs of ASCII are; `manifold` ones are looked at with the patterns, as all others are. */
const kinds = new Uint8Array(128)
for (let code = 0; code < 128; code++)
  if (/[a-z\d]/i.test(String.fromCharCode(code))) kinds[code] = letter
  else if (/[!"$%'()*,\-.:;=?[\]^`{}]/.test(String.fromCharCode(code))) kinds[code] = sign
  else if (/[\s|<>]/.test(String.fromCharCode(code))) kinds[code] = space

function kindAt(units: Uint16Array, at: number): number {
  const code = units[at] as number
  if (code < 128) return kinds[code] as number
  return code === noProse ? sign : manifold
}

/** A passage that is being split. */
export type SplittingPassage = Passage & {
  readonly words: Word[]
  wordCount: number
  readonly marked: number[]
  readonly unusual: number[]
  readonly openers: number[]
  readonly sentences: Sentence[]
}

/** Fills in the words and sentences of a passage. */
export function splitPassage(passage: SplittingPassage, lexicon: Lexicon): void {
  new Splitter(passage, lexicon).split()
  addSentences(passage, passage.sentences)
}

class Splitter {
  readonly passage: SplittingPassage
  readonly lexicon: Lexicon
  readonly text: string
  readonly units: Uint16Array
  readonly quotes: readonly Quote[]
  /** The first quotation that does not end before the next word. */
  quote = 0

  constructor(passage: SplittingPassage, lexicon: Lexicon) {
    this.passage = passage
    this.lexicon = lexicon
    this.text = passage.text
    this.units = unitsOf(passage.text)
    this.quotes = quotesIn(passage.text)
  }

  split(): void {
    const { text, units } = this
    for (let at = 0; at < text.length; )
      if (kindAt(units, at) === space) at++
      else {
        const end = this.endOfPlain(at)
        if (end > at) this.splitPlain(at, end)
        at = end > at ? end : this.splitManifold(at)
      }
  }

  /** Where a chunk ends that needs no patterns; where it begins, if it needs them. */
  endOfPlain(start: number): number {
    const { units } = this
    for (let at = start; ; at++) {
      const kind = kindAt(units, at)
      if (kind === space) return at
      if (kind === manifold || (units[at] === dot && this.isInAddress(start, at))) return start
    }
  }

  /** Whether a dot may be one of an address, of initials or of a number: no word and no sentence ends there. */
  isInAddress(start: number, at: number): boolean {
    return kindAt(this.units, at + 1) === letter || this.text.startsWith('www.', start)
  }

  /** Splits a chunk of words and signs that mean nothing together. */
  splitPlain(from: number, end: number): void {
    const { units } = this
    for (let at = from; at < end; at++) {
      const start = at
      let hash = 0
      while (
        kindAt(units, at) === letter ||
        (units[at] === apostrophe && at > start && kindAt(units, at + 1) === letter)
      )
        hash = hashOn(hash, units[at++] as number)
      if (isPossessive(units, start, at)) this.addBare(start, at, false)
      else if (at > start) this.add(start, at, hash, false)
      if (units[at] === noProse) this.add(at, at + 1, hashOn(0, noProse), false)
    }
  }

  /** Splits a chunk with the patterns: initials, an address, or words with signs around them. Returns where it ends. */
  splitManifold(start: number): number {
    chunkPattern.lastIndex = start
    const chunk = chunkPattern.exec(this.text)?.[0]
    if (chunk === undefined) return start + 1
    const end = start + chunk.length
    const initials = /^[(“"']*((?:\p{L}\.){2,}\p{L}?)/u.exec(chunk)
    if (initials) {
      const letters = initials[1] as string
      const from = start + initials[0].length - letters.length
      this.addBare(from, from + letters.replace(/\.$/, '').length, false)
      return end
    }
    if (addressPattern.test(chunk) && !/^\p{L}+\/\p{L}+[,.;:!?)]*$/u.test(chunk)) {
      const bare = chunk.replace(/^[(“"'‘[]+|[)”"'’\].,;:!?]+$/gu, '')
      const from = start + chunk.indexOf(bare)
      if (bare !== '') this.addBare(from, from + bare.length, true)
      return end
    }
    wordPattern.lastIndex = 0
    for (let word = wordPattern.exec(chunk); word; word = wordPattern.exec(chunk)) {
      const from = start + word.index
      this.addBare(from, from + word[0].length, false)
    }
    return end
  }

  /** Adds a word without a possessive's end. */
  addBare(start: number, written: number, isAddress: boolean): void {
    const { units } = this
    const end = isPossessive(units, start, written) ? written - 2 : written
    let hash = 0
    for (let at = start; at < end; at++) hash = hashOn(hash, units[at] as number)
    this.add(start, end, hash, isAddress)
  }

  add(start: number, end: number, hash: number, isAddress: boolean): void {
    const { passage, text, units, quotes } = this
    const { words } = passage
    const form = this.lexicon.formAt(text, units, start, end, hash)
    while (this.quote < quotes.length && (quotes[this.quote] as Quote).end <= start) this.quote++
    const isQuoted =
      passage.isQuote || (this.quote < quotes.length && (quotes[this.quote] as Quote).start < start)
    if (isAddress || !form.isPlain) passage.marked.push(words.length)
    if (!form.isEveryday) passage.unusual.push(words.length)
    if (form.isOpener) passage.openers.push(words.length)
    if (!isAddress && form.shape !== 'code') passage.wordCount++
    words.push(wordOf(form, start, end, isQuoted, isAddress))
  }
}

function wordOf(
  { text, entry, shape }: Form,
  start: number,
  end: number,
  isQuoted: boolean,
  isAddress: boolean,
): Word {
  return { start, end, text, entry, shape, isQuoted, isAddress }
}

/** Whether a word ends in `'s`, and does not consist of it. */
function isPossessive(units: Uint16Array, start: number, end: number): boolean {
  if (end - start < 3) return false
  const last = units[end - 1]
  const sign = units[end - 2]
  return (last === 115 || last === 83) && (sign === apostrophe || sign === 0x2019)
}
