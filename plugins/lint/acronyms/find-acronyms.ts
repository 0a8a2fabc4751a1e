import { onceAText } from '../text/once-a-text.ts'
import type { Passage, Text, Word } from '../text/text.ts'
import { definitionAt } from './definition-at.ts'
import { isListedAcronym } from './known-acronyms.ts'

/** Where a short form stands. */
export interface Use {
  readonly passage: Passage
  /** Which passage of the text. */
  readonly order: number
  readonly start: number
  readonly end: number
  readonly isQuoted: boolean
}

/** Where a short form is spelled out. */
interface Definition extends Use {
  /** Its words, as they stand there; what `<abbr title>` says; undefined where they are told otherwise. */
  readonly long?: string
}

/** A short form of a text with all its uses, in order. */
export class Acronym {
  /** Without a plural's `s`. */
  readonly short: string
  readonly uses: Use[] = []
  private found: readonly Definition[] | undefined = undefined

  constructor(short: string) {
    this.short = short
  }

  /** Looked for when first asked: most short forms are known to all. */
  get definitions(): readonly Definition[] {
    this.found ??= this.uses.flatMap((use) => {
      const definition = definitionAt(this.short, use)
      return definition ? [{ ...use, ...definition }] : []
    })
    return this.found
  }
}

/** The short forms of a text, such as `CDP`, `B2B`, `SaaS`, `E-E-A-T`; shouted words and codes are none. */
export const acronymsOf = onceAText(({ passages }: Text): ReadonlyMap<string, Acronym> => {
  const acronyms = new Map<string, Acronym>()
  for (let order = 0; order < passages.length; order++) {
    const passage = passages[order] as Passage
    const { words, marked } = passage
    let done = -1
    for (let index = 0; index < marked.length; index++) {
      const at = marked[index] as number
      if (at <= done) continue
      const { shape } = words[at] as Word
      if (shape !== 'caps' && shape !== 'mixed' && shape !== 'capital') continue
      const last = endOfUnit(passage, at)
      if (last === undefined) continue
      const { start, isQuoted } = words[at] as Word
      const { end } = words[last] as Word
      const short = singular(passage.text.slice(start, end))
      let acronym = acronyms.get(short)
      if (acronym === undefined) {
        acronym = new Acronym(short)
        acronyms.set(short, acronym)
      }
      acronym.uses.push({ passage, order, start, end, isQuoted })
      done = last
    }
  }
  return acronyms
})

/** Index of the last word of the short form that begins with a word; undefined where none begins. */
function endOfUnit(passage: Passage, at: number): number | undefined {
  const { text, words } = passage
  const word = words[at] as Word
  if (word.isAddress) return undefined
  const before = words[at - 1]
  if (before?.end === word.start - 1 && '-.'.includes(text[before.end] as string) && /\d$/.test(before.text))
    return undefined
  if (word.shape === 'capital') {
    if (word.text.length > 1) return undefined
    let last = at
    for (let next = joined(passage, last, '-'); next?.text.length === 1; next = joined(passage, last, '-')) {
      if (next.shape !== 'capital') return undefined
      last++
    }
    return last >= at + 2 ? last : undefined
  }
  if (!isShort(word)) return undefined
  const next = joined(passage, at, '-‑')
  if (next && (next.shape === 'number' || /^\d/.test(next.text))) return undefined
  let last = at
  for (let part = joined(passage, last, '-/;'); part && isShort(part); part = joined(passage, last, '-/;'))
    last++
  if (last === at && isShouted(passage, at)) return undefined
  return last
}

/** The word behind a word, where nothing but one of some signs stands between them. */
function joined({ text, words }: Passage, at: number, signs: string): Word | undefined {
  const before = words[at]
  const after = words[at + 1]
  return before !== undefined && after?.start === before.end + 1 && signs.includes(text[before.end] as string)
    ? after
    : undefined
}

/** Whether a word by itself looks like a short form: not longer than 6 capitals, mixed with few small letters. */
function isShort({ text, shape, isAddress }: Word): boolean {
  if (isAddress || text.includes('.') || text.includes("'") || text.includes('’')) return false
  const bare = singular(text)
  if (/\d/.test(bare)) return /^(?:\p{Lu}\d\p{Lu}|\d\p{Lu}{2,3})$/u.test(bare)
  if (shape === 'caps') return bare.length >= 2 && bare.length <= 6
  if (
    shape !== 'mixed' ||
    bare.length > 8 ||
    !/^\p{Lu}/u.test(bare) ||
    /\p{Ll}{3}|\p{Lu}{3}\p{Ll}{2}/u.test(bare)
  )
    return false
  const capitals = bare.match(/\p{Lu}/gu)?.length ?? 0
  return (
    capitals >= 2 && capitals * 2 >= bare.length && !/^(?:Ask|Get|Go|Mac|Mc|My|Open|We|Web)\p{Lu}/u.test(bare)
  )
}

/** Whether capitals are those of an everyday word, or of a line that is all in capitals. */
function isShouted({ text, words }: Passage, at: number): boolean {
  const word = words[at] as Word
  if (word.shape !== 'caps') return false
  const before = words[at - 1]
  const after = words[at + 1]
  if (isEnglish(word)) {
    const near = [before, after].filter((each) => each !== undefined)
    const isAmidText = near.length > 0 && near.every((each) => each.shape !== 'caps' || !isEnglish(each))
    return !isAmidText || !isListedAcronym(word.text)
  }
  return (
    (before !== undefined && isLoud(before) && isBlank(text, before.end, word.start)) ||
    (after !== undefined && isLoud(after) && isBlank(text, word.end, after.start))
  )
}

function isLoud(word: Word): boolean {
  return word.shape === 'caps' && word.text.length > 2 && isEnglish(word) && !isListedAcronym(word.text)
}

function isBlank(text: string, from: number, to: number): boolean {
  return /^\s*$/.test(text.slice(from, to))
}

function isEnglish({ text, entry }: Word): boolean {
  if (text.length < 3) return twoLetterWords.has(entry.lower)
  return entry.familiarity !== 'rare' && !/\d|s$/.test(text)
}

const twoLetterWords = new Set(
  'ah am an as at be by do go ha he hi if in is it me my no of oh ok on or so to up us we'.split(' '),
)

function singular(short: string): string {
  return /\p{Lu}s$/u.test(short) ? short.slice(0, -1) : short
}
