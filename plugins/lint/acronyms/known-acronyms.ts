import { readLines } from '../words/read-lines.ts'

let known: ReadonlySet<string> | undefined
let expansions: ReadonlyMap<string, string> | undefined

/** Whether most readers know a short form without its words. */
export function isKnownAcronym(short: string): boolean {
  known ??= new Set(readLines('known-acronyms.txt').flatMap((line) => line.split(' ')))
  return known.has(short) || isRoman(short)
}

/** The words of a short form that posts about the web and business use, to suggest them; undefined where it may mean several things. */
export function expansionOf(short: string): string | undefined {
  const long = expansionsByShort().get(short)
  return long?.includes(' | ') ? undefined : long
}

/** Whether a short form is one of posts about the web and business, though its letters may also be a word: `REST`. */
export function isListedAcronym(short: string): boolean {
  return expansionsByShort().has(short)
}

function expansionsByShort(): ReadonlyMap<string, string> {
  expansions ??= new Map(
    readLines('expansions.txt').map((line): [string, string] => {
      const space = line.indexOf(' ')
      return [line.slice(0, space), line.slice(space + 1)]
    }),
  )
  return expansions
}

/** Roman numerals up to 39: longer ones are rare, and look like short forms. */
function isRoman(short: string): boolean {
  return /^X{0,3}(?:IX|IV|V?I{0,3})$/.test(short)
}

/** Postal codes of states: known behind a comma, as in `Austin, TX`. */
export const stateCodes: ReadonlySet<string> = new Set(
  'AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY PR'.split(
    ' ',
  ),
)
