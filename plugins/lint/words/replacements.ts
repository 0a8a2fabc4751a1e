import type { Match, Phrase } from '../find-phrases.ts'
import type { ReportedFix } from '../rule.ts'
import { type Form, inflect } from './inflect.ts'
import { readLines } from './read-lines.ts'

/** A phrase with what to write instead. */
export interface Replacement extends Phrase {
  /** Plain words; empty where the phrase can be left out. `~` and `(s)` mark the word that takes the phrase's form. */
  readonly plain: string
  /** Whether the plain words fit wherever the phrase stands. */
  readonly isExact: boolean
  /** Whether it counts as a verb only: nothing is said behind an article. */
  readonly isVerb: boolean
}

/** Reads a list of this folder: `phrase = plain words`, or `?` for `=` where they do not always fit. */
export function readReplacements(file: string): Replacement[] {
  return readLines(file).map((line) => {
    const [, verb, phrase = '', sign, plain = ''] = /^(!?)(.+?) ([=?]) ?(.*)$/.exec(line) ?? []
    return { phrase, plain, isExact: sign === '=', isVerb: verb === '!' }
  })
}

/** Plain words for a phrase where it stands. */
export interface Plain {
  /** In its form, and with its capital. */
  readonly words: string
  /** Undefined where they may not fit into the sentence: `it was monetized` is not `it was earned money from`. */
  readonly fix?: ReportedFix
}

/** What to write for a phrase where it stands. */
export function plainFor(match: Match<Replacement>): Plain {
  const { passage, start, end, firstWord, phrase } = match
  const written = passage.text.slice(start, end)
  let at = firstWord - 1
  while (at > firstWord - 4 && adverb.test(passage.words[at]?.entry.lower ?? '')) at--
  const before = passage.words[at]?.entry.lower ?? ''
  const isPassive = passives.has(before) && formOf(phrase, written, true) === 'participle'
  const isVague = (isPassive && phrase.plain.includes(' ')) || mayDescribe(written, phrase)
  if (isVague && !subjects.has(before) && !perfects.has(before)) return { words: withoutMarks(phrase.plain) }
  const words = inFormOf(phrase, written, isPassive || perfects.has(before))
  const article = passage.words[firstWord - 1]
  if (!article || !/^an?$/.test(article.entry.lower))
    return { words, fix: { to: words, isSafe: phrase.isExact } }
  if (articleOf(words) === article.entry.lower) return { words, fix: { to: words } }
  const [from, to] = [passage.offsetOf(article.start), passage.offsetOf(article.end)]
  const fitting = article.text.startsWith('A') ? articleOf(words).replace('a', 'A') : articleOf(words)
  return {
    words,
    fix: {
      label: `Write \`${fitting} ${words}\``,
      to: [
        { start: from, end: to, text: fitting },
        { start: passage.offsetOf(start), end: passage.offsetOf(end - 1) + 1, text: words },
      ],
    },
  }
}

const adverb = /ly$|^(?:already|also|always|just|never|not|now|often|soon|then)$/
const passives = new Set('am are be been being get gets got is was were'.split(' '))
const perfects = new Set("had has have having i've they've we've you've".split(' '))
const subjects = new Set('he i it she that they we which who you'.split(' '))
const particles = new Set('again against around back base down on together up'.split(' '))

/** Whether words may describe a thing instead of telling what happened: `with streamlined workflows`, `monetized content`. */
function mayDescribe(written: string, { phrase, plain }: Replacement): boolean {
  const [verb = '', next, ...rest] = written.toLowerCase().split(between)
  if (!/^\w+~/.test(phrase) || !verb.endsWith('ed') || rest.length > 0) return false
  return next === undefined ? plain.includes(' ') : !particles.has(next)
}

const between = /[\s‑-]+/

function articleOf(words: string): string {
  return /^(?:[aeio]|u(?!n[ai]|s[eu]|ti))/i.test(words) ? 'an' : 'a'
}

/**
 * Plain words in the form that a phrase was written in: `uses` for `utilizes`, `Use` for `Utilize`.
 * @param isPerfect whether `have` or `be` stands before it: `has come` for `has circled`
 */
export function inFormOf(phrase: Replacement, written: string, isPerfect = false): string {
  const form = formOf(phrase, written, isPerfect)
  const words = phrase.plain
    .split(' ')
    .map((word) => (/~|\(s\)/.test(word) ? inflect(withoutMarks(word), form) : word))
    .join(' ')
  return /^\p{Lu}/u.test(written) ? words.charAt(0).toUpperCase() + words.slice(1) : words
}

/** The form of the phrase's marked word. A word that is past and participle counts as what stands before it asks for. */
function formOf({ phrase }: Replacement, written: string, isPerfect: boolean): Form {
  const words = phrase.split(' ')
  const at = words.findIndex((word) => /~|\(s\)/.test(word))
  if (at === -1) return 'base'
  const word = withoutMarks(words[at] as string)
  const here = written.toLowerCase().split(between)[at]
  const isForm = (form: Form) => inflect(word, form) === here
  const forms: readonly Form[] = isPerfect
    ? ['base', 'participle', 'past', 's', 'ing']
    : ['base', 'past', 'participle', 's', 'ing']
  return forms.find(isForm) ?? 'base'
}

function withoutMarks(words: string): string {
  return words.replaceAll(/~|\(s\)/g, '')
}
