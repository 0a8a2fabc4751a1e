import { type Entry, type Form, hashOn, type Lexicon } from '../words/lexicon.ts'
import type { Shape } from '../words/shape-of.ts'
import type { Passage, Sentence, Word } from './text.ts'

const abbreviations = new Set(
  'mr mrs ms dr prof sr jr st vs etc no nos fig vol pp ed eds inc ltd co corp dept approx est gov sen rep gen col jan feb mar apr jun jul aug sep sept oct nov dec e.g i.e cf al ca'.split(
    ' ',
  ),
)

/** Things that stand between words without being any: text is cut into chunks here. */
const chunkPattern = /[^\s–—―…|·•→<>\u200b]+/y
const wordPattern =
  /\uFFFC|[\p{L}\p{N}\p{M}]+(?:[’'&][\p{L}\p{N}\p{M}]+|\.(?=\d)\d+|[+#]+(?![\p{L}\p{N}]))*/gu
const addressPattern =
  /:\/\/|^www\.|@[\p{L}\p{N}]|^[(“"']*[#@/~][\p{L}\p{N}]|[\p{L}\p{N}]\.[\p{Ll}]{2,}(?:[/:?#]|$|[).,;”"'])|\/.*\/|_|\\[\p{L}]/u

/** A word with what it shares with others written like it. */
class SplitWord implements Word {
  readonly start: number
  readonly end: number
  readonly isQuoted: boolean
  readonly isAddress: boolean
  private readonly form: Form

  constructor(start: number, end: number, form: Form, isQuoted: boolean, isAddress: boolean) {
    this.start = start
    this.end = end
    this.form = form
    this.isQuoted = isQuoted
    this.isAddress = isAddress
  }

  get text(): string {
    return this.form.text
  }

  get entry(): Entry {
    return this.form.entry
  }

  get shape(): Shape {
    return this.form.shape
  }
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
  const { text, words, marked, unusual, openers, sentences } = passage
  const quotes = quotesIn(text)
  let quote = 0
  const add = (start: number, end: number, form: Form, isAddress: boolean) => {
    while (quote < quotes.length && (quotes[quote] as Quote).end <= start) quote++
    const isQuoted = passage.isQuote || (quote < quotes.length && (quotes[quote] as Quote).start < start)
    if (isAddress || !form.isPlain) marked.push(words.length)
    if (!form.isEveryday) unusual.push(words.length)
    if (form.entry.phrases !== undefined) openers.push(words.length)
    if (!isAddress && form.shape !== 'code') passage.wordCount++
    words.push(new SplitWord(start, end, form, isQuoted, isAddress))
  }
  const addBare = (start: number, written: string, isAddress: boolean) => {
    const bare = written.length > 2 && /['’]s$/i.test(written) ? written.slice(0, -2) : written
    const end = start + bare.length
    let hash = 0
    for (let index = start; index < end; index++) hash = hashOn(hash, text.charCodeAt(index))
    add(start, end, lexicon.formAt(text, start, end, hash), isAddress)
  }
  let at = 0
  while (at < text.length) {
    const first = text.charCodeAt(at)
    if (isSpace(first)) {
      at++
      continue
    }
    // Most chunks are letters and a stop: these need no patterns.
    let end = at
    let hash = 0
    for (let code = first; isLetter(code); code = text.charCodeAt(++end)) hash = hashOn(hash, code)
    if (end > at) {
      const behind = isStop(text.charCodeAt(end)) ? end + 1 : end
      if (behind >= text.length || isSpace(text.charCodeAt(behind))) {
        add(at, end, lexicon.formAt(text, at, end, hash), false)
        at = behind
        continue
      }
    }
    chunkPattern.lastIndex = at
    const chunk = chunkPattern.exec(text)?.[0]
    if (chunk === undefined) {
      at++
      continue
    }
    splitChunk(chunk, at, addBare)
    at += chunk.length
  }
  addSentences(passage, sentences)
}

/** Splits what stands between spaces: initials, an address, or words with signs around them. */
function splitChunk(
  chunk: string,
  start: number,
  add: (start: number, written: string, isAddress: boolean) => void,
): void {
  const initials = /^[(“"']*((?:\p{L}\.){2,}\p{L}?)/u.exec(chunk)
  if (initials) {
    const letters = initials[1] as string
    add(start + initials[0].length - letters.length, letters.replace(/\.$/, ''), false)
    return
  }
  if (addressPattern.test(chunk) && !/^\p{L}+\/\p{L}+[,.;:!?)]*$/u.test(chunk)) {
    const bare = chunk.replace(/^[(“"'‘[]+|[)”"'’\].,;:!?]+$/gu, '')
    if (bare !== '') add(start + chunk.indexOf(bare), bare, true)
    return
  }
  wordPattern.lastIndex = 0
  for (let word = wordPattern.exec(chunk); word; word = wordPattern.exec(chunk))
    add(start + word.index, word[0], false)
}

function isSpace(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13)
}

/** One of `, . ; : ! ?` */
function isStop(code: number): boolean {
  return code === 44 || code === 46 || code === 58 || code === 59 || code === 33 || code === 63
}

function isLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90)
}

interface Quote {
  start: number
  end: number
}

const noQuotes: readonly Quote[] = []

/** For each sign that opens a quotation, the signs that end it or open another. */
const nextSigns: Readonly<Record<string, RegExp>> = { '"': /"/g, '“': /[“”]/g, '«': /[«»]/g, '„': /[“”]/g }

/** Where a passage quotes: pairs of double quotation marks. One that stays open ends nowhere and counts for nothing. */
function quotesIn(text: string): readonly Quote[] {
  if (!/["“«„]/.test(text)) return noQuotes
  const quotes: Quote[] = []
  const next = new Map<string, number>()
  let end = 0
  for (const { 0: sign, index: start } of text.matchAll(/(?<![\p{L}\p{N}])"|[“«„]/gu)) {
    if (start < end) continue
    let at = next.get(sign) ?? -1
    if (at <= start) {
      const signs = nextSigns[sign] as RegExp
      signs.lastIndex = start + 1
      at = signs.exec(text)?.index ?? Infinity
      next.set(sign, at)
    }
    if (at === Infinity || (text[at] === sign && sign !== '"')) continue
    end = at + 1
    quotes.push({ start, end })
  }
  return quotes
}

const closers = '"”’\')]'

/** Whether one of `. ! ? …` stands between two words, in the line of the first. */
function hasStop(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at)
    if (code === 10) return false
    if (code === 46 || code === 33 || code === 63 || code === 0x2026) return true
  }
  return false
}

function addSentences(passage: Passage, sentences: Sentence[]): void {
  const { text, words } = passage
  let firstWord = 0
  const close = (endWord: number, end: number) => {
    const start = words[firstWord]?.start ?? 0
    let last = end - 1
    while (closers.includes(text[last] as string)) last--
    const isQuestion = text[last] === '?' && last >= (words[endWord - 1]?.end ?? 0)
    sentences.push({ passage, start, end, firstWord, endWord, isQuestion })
    firstWord = endWord
  }
  for (let at = 1; at < words.length; at++) {
    const before = words[at - 1] as Word
    const word = words[at] as Word
    if (word.start - before.end < 2 || !hasStop(text, before.end, word.start)) continue
    const gap = text.slice(before.end, word.start)
    const stop = gap === '. ' ? gap : /^[^.!?…\n]*(?:[.!?…]+["”’')\]*\s]*\s|…)/.exec(gap)?.[0]
    if (stop === undefined) continue
    const isAbbreviation =
      gap[0] === '.' &&
      (abbreviations.has(before.entry.lower) ||
        (before.text.length === 1 && before.shape === 'capital' && before.text !== 'I'))
    const goesOn = word.shape === 'lower' && !/^[#@]/.test(word.text)
    if (goesOn && !/[!?]/.test(gap)) continue
    if (isAbbreviation && !(before.entry.lower === 'etc' && !goesOn)) continue
    close(at, before.end + stop.trimEnd().length)
  }
  if (words.length > firstWord) close(words.length, text.trimEnd().length)
}
