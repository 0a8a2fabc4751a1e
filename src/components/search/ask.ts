import { contentWords } from './content-words.ts'
import type { Chosen, Counts, Found, Hit, Pagefind, Result } from './pagefind.ts'
import { type Reading, reread } from './reread.ts'
import { type Match, matchOf } from './word-match.ts'

/** What a question found. */
export interface Answer extends Partial<Pick<Reading, 'meant' | 'missing'>> {
  hits: readonly Hit[]
  /** Posts that were found; `hits` are the nearest of them. */
  count: number
  /** What each value of each filter would leave. */
  counts: Counts
  /** No post has all the words; these have some. */
  isLoose?: boolean
}

/** What a question is asked of. */
export interface Sources {
  pagefind: Pagefind
  /** Words that this site uses, most used first; fetched only when a word was not found. */
  knownWords(): Promise<readonly string[]>
}

/**
 * Looks for posts that have all words of a question; where a word is not found, for what it may have meant; where no post has them
 * all, for posts that have some.
 * @param most so many hits are loaded
 * @param isLoose posts that have some of the words will do from the start
 */
export async function ask(
  { pagefind, knownWords }: Sources,
  question: string,
  filters: Chosen,
  most: number,
  isLoose = false,
): Promise<Answer> {
  const find = (words: readonly string[], set = filters) => pagefind.search(words.join(' '), { filters: set })

  const words = contentWords(question)
  const first = await find(words)
  const hits = await load(first.results, most)
  const matches = await matchesOf(words, hits, async (word) => load((await find([word], {})).results, 3))
  const isUnmet = [...matches.values()].includes('none')
  const reading = reread(question, matches, isUnmet ? await knownWords() : [])
  if (reading.words.length === 0) return { ...reading, hits: [], count: 0, counts: {} }

  const found = isUnmet ? await find(reading.words) : first
  const isSome = isLoose || found.results.length === 0
  const results = isSome ? await findSome(reading.words, find) : found.results
  return {
    ...reading,
    hits: results === first.results ? hits : await load(results, most),
    count: results.length,
    counts: await countsOf(found, (set) => find(reading.words, set), filters),
    isLoose: isSome,
  }
}

/** How each word stands in what was found; where nothing was, in what it finds by itself. */
async function matchesOf(
  words: readonly string[],
  hits: readonly Hit[],
  findAlone: (word: string) => Promise<readonly Hit[]>,
): Promise<Map<string, Match>> {
  const matches = words.map(
    async (word) => [word, matchOf(word, hits.length > 0 ? hits : await findAlone(word))] as const,
  )
  return new Map(await Promise.all(matches))
}

/** Posts that have some of the words: those that have most of them, and most of each, first. */
async function findSome(
  words: readonly string[],
  find: (words: readonly string[]) => Promise<Found>,
): Promise<Result[]> {
  const sums = new Map<string, Result>()
  const each = await Promise.all(words.map((word) => find([word])))
  for (const result of each.flatMap(({ results }) => results))
    sums.set(result.id, { ...result, score: result.score + (sums.get(result.id)?.score ?? 0) })
  return [...sums.values()].sort((a, b) => b.score - a.score)
}

/** The other values of a filter that is set are counted as if it were not. */
async function countsOf(
  { filters: counts }: Found,
  find: (filters: Chosen) => Promise<Found>,
  chosen: Chosen,
): Promise<Counts> {
  const all = { ...counts }
  for (const name of Object.keys(chosen)) {
    const { [name]: _, ...others } = chosen
    all[name] = (await find(others)).filters[name] ?? {}
  }
  return all
}

function load(results: readonly Result[], most: number): Promise<Hit[]> {
  return Promise.all(results.slice(0, most).map((result) => result.data()))
}
