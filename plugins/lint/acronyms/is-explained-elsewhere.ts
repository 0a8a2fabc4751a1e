import type { Site } from '../rule.ts'
import type { Text } from '../text/text.ts'
import type { Use } from './find-acronyms.ts'
import { isKnownAcronym, stateCodes } from './known-acronyms.ts'

/** Whether a reader needs no words for a short form where it stands: it is explained to all, or is a state behind a comma. */
export function isExplainedElsewhere(
  short: string,
  { passage, start }: Pick<Use, 'passage' | 'start'>,
  text: Pick<Text, 'query'>,
  site: Site,
): boolean {
  return isStateAt(short, { passage, start }) || isExplainedToAll(short, text, site)
}

/** Whether a short form is a state behind a comma, as in `Austin, TX`. */
export function isStateAt(short: string, { passage, start }: Pick<Use, 'passage' | 'start'>): boolean {
  return stateCodes.has(short) && /, ?$/.test(passage.text.slice(Math.max(0, start - 2), start))
}

/** Whether a reader needs no words for a short form: it is known, searched for, a brand of the site, or in its glossary. */
export function isExplainedToAll(
  short: string,
  { query }: Pick<Text, 'query'>,
  { glossary, brands }: Site,
): boolean {
  if (isKnownAcronym(short) || (short.includes('/') && short.split(/[-/]/).every(isKnownAcronym))) return true
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
