import { searchStems, searchWords } from '../calendar/search-stems.ts'
import { type AuditedPost, isEnglish } from './audited-post.ts'

/**
 * What a title does for a stranger who searches: it `asks` what they would type, it `names` a subject, or it does neither.
 * `unknown` where the title is in a language that nobody here reads.
 */
export type Asking = 'asks' | 'names' | 'neither' | 'unknown'

/** Why a title is found by no search. */
export interface NoQuestion {
  reason: 'untitled' | 'announces' | 'about us' | 'one word'
  /** The words that say so. */
  words: string
}

/** Titles that people search for: questions, ways, lists, comparisons, prices. */
const asking =
  /^(?:how|what|when|where|who|which|why|whose|is|are|can|could|do|does|did|should|will|would)\b|\bhow to\b|\b(?:vs|versus|or not)\b|\b(?:best|guide|tutorial|checklist|template|examples?|ideas|tips|ways|steps|reasons|mistakes|alternatives?|cost|price|explained|comparison|difference)\b|\?$|^(?:the )?\d+ \w+|^\p{L}{3,}ing (?!up\b|soon\b)\p{L}+/iu

/** Titles that tell news of somebody whom a stranger does not know. */
const announcing =
  /^(?:introducing|announcing|presenting|unveiling|launching|meet the|meet our|welcome(?: to)?\b|say hello|hello,? world|now available|coming soon|happy (?:new year|holidays)|merry christmas|save the date|join us|hot off)[^\s]*|^we(?:'re|’re| are) (?:excited|proud|happy|thrilled|hiring|live)|\b(?:is|are) (?:here|live|out|back)[!.]?$|\bnow available\b|\b(?:release notes?|changelog|what's new|what’s new|newsletter|week ?notes?|monthly (?:update|recap)|weekly (?:update|recap)|year in review|press release)\b|^(?:version|release)?\s*v?\d+\.\d+|\bv?\d+\.\d+(?:\.\d+)? (?:released|is out|release)\b|\b(?:joins|raises|acquires|wins|launches|unveils|announces|partners with|celebrates)\b/iu

const aboutUs = /^(?:we|we're|we’re|we've|we’ve|our|i|i'm|i’m|i've|i’ve|my|us)\b/iu

/** Why no stranger searches for a title; undefined where some may. Of titles that are not English only a missing one is told. */
export function noQuestionOf({ title, lang }: Pick<AuditedPost, 'title' | 'lang'>): NoQuestion | undefined {
  if (title === undefined || title.trim() === '') return { reason: 'untitled', words: '' }
  if (!isEnglish({ lang })) return undefined
  const plain = title.trim()
  const [announced] = announcing.exec(plain) ?? []
  const isAsked = asking.test(plain)
  if (announced !== undefined && !/\?$|^(?:how|why|what (?!['’]s new))\b/iu.test(plain))
    return { reason: 'announces', words: announced.trim() }
  const [us] = aboutUs.exec(plain) ?? []
  if (us !== undefined && !/\?$/.test(plain)) return { reason: 'about us', words: us }
  if (!isAsked && searchStems(searchWords(plain, 'en')).length < 2)
    return { reason: 'one word', words: plain }
  return undefined
}

/** What a title does for a stranger who searches. */
export function askingOf(post: Pick<AuditedPost, 'title' | 'lang'>): Asking {
  if (noQuestionOf(post)) return 'neither'
  const title = post.title?.trim() ?? ''
  if (/[?？؟]$/.test(title)) return 'asks'
  if (!isEnglish(post)) return 'unknown'
  return asking.test(title) ? 'asks' : 'names'
}

/** A reason as a person says it. */
export function noQuestionWords({ reason, words }: NoQuestion): string {
  return {
    untitled: 'has no title',
    announces: `announces something: \`${words}\``,
    'about us': `begins with the one who writes: \`${words}\``,
    'one word': 'says too little for a search',
  }[reason]
}

/** Reasons in a word or two. */
export const reasonWords = {
  untitled: 'no title',
  announces: 'news',
  'about us': 'about us',
  'one word': 'vague',
} as const satisfies Record<NoQuestion['reason'], string>
