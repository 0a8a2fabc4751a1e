import type { Problem } from '../../calendar/problem.ts'
import { list } from '../../calendar/wording.ts'

/**
 * What the columns of a search console's export are called: in English, and in the languages whose words for them have
 * the same beginning. `CTR` is the same in all.
 */
const headings = {
  'Top queries':
    /^(top )?(quer(y|ies)|keywords?|search (terms?|quer(y|ies))|pages?|urls?|landing pages?)$|suchanfrage/i,
  Clicks: /^([ck]li[ck]+s?|clics?|cliques|klikken)$/i,
  Impressions: /^impres/i,
  CTR: /^ctr$/i,
  Position: /posi[tczç]i?/i,
}

/** What a search console's export lacks, by its columns; undefined where it is none, or lacks nothing. */
export function exportLack(names: readonly string[]): Problem | undefined {
  const known = Object.entries(headings).filter(([, pattern]) =>
    names.some((name) => pattern.test(name.trim())),
  )
  if (known.length < 2) return undefined
  const lacks = Object.keys(headings).filter(
    (each) => each !== 'CTR' && !known.some(([name]) => name === each),
  )
  if (lacks.length === 0) return undefined
  return {
    problem: `a search console export without ${list(lacks)}; it has ${list(names.slice(0, 12))}`,
    mend: 'export it anew, searches or pages with clicks, impressions and position',
  }
}
