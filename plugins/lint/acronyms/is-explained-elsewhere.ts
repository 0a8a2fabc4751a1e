import type { Site } from '../rule.ts'
import type { Text } from '../text/text.ts'
import type { Use } from './find-acronyms.ts'
import { isKnownAcronym, stateCodes } from './known-acronyms.ts'

/** Whether a reader needs no words for a short form here: it is known, searched for, a brand of the site, or in its glossary. */
export function isExplainedElsewhere(
  short: string,
  { passage, start }: Pick<Use, 'passage' | 'start'>,
  { query }: Pick<Text, 'query'>,
  { glossary, brands }: Site,
): boolean {
  const parts = short.split(/[-/]/)
  if (isKnownAcronym(short) || (short.includes('/') && parts.every(isKnownAcronym))) return true
  if (stateCodes.has(short) && /, ?$/.test(passage.text.slice(Math.max(0, start - 2), start))) return true
  const names = [...brands, ...(query === undefined ? [] : [query])]
  if (names.some((name) => hasWord(name, short))) return true
  return glossary.some(
    ({ term, meaning, accepted, kind }) =>
      (meaning !== undefined || accepted !== undefined || kind === 'public') && hasWord(term, short),
  )
}

function hasWord(text: string, short: string): boolean {
  const lower = short.toLowerCase()
  return text
    .toLowerCase()
    .split(/[^\p{L}\p{N}/&+-]+/u)
    .some((word) => word === lower || word === `${lower}s`)
}
