import { inflectionsOf, type Phrase } from '../find-phrases.ts'
import { readLines } from './read-lines.ts'

/** A phrase with what to write instead. */
export interface Replacement extends Phrase {
  /** Plain words; empty where the phrase can be left out. */
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

const irregular: Readonly<Record<string, string>> = {
  get: 'got',
  find: 'found',
  hold: 'held',
  keep: 'kept',
  make: 'made',
  send: 'sent',
  tell: 'told',
  think: 'thought',
}
const doubling = new Set(['get', 'plan', 'put', 'stop', 'cut', 'let', 'set'])

/**
 * Plain words in the form that a phrase was written in: `uses` for `utilizes`, `Use` for `Utilize`. Only a phrase
 * whose first word takes forms changes the first of the plain words.
 */
export function inFormOf({ phrase, plain }: Replacement, written: string): string {
  const first = phrase.split(' ')[0] as string
  const [verb = '', ...rest] = plain.split(' ')
  const form = written.split(/[\s-]/)[0]?.toLowerCase() ?? ''
  const base = first.endsWith('~') ? first.slice(0, -1) : form
  const forms = inflectionsOf(verb)
  const inflected =
    form === base || rest.includes('of')
      ? verb
      : form.endsWith('ing')
        ? doubling.has(verb)
          ? `${verb}${verb.at(-1)}ing`
          : forms[3]
        : form.endsWith('d')
          ? (irregular[verb] ?? (doubling.has(verb) ? `${verb}${verb.at(-1)}ed` : forms[2]))
          : forms[1]
  const words = [inflected, ...rest].join(' ')
  return /^\p{Lu}/u.test(written) ? words.charAt(0).toUpperCase() + words.slice(1) : words
}
