import type { Sources } from './ask.ts'
import { knownWords } from './known-words.ts'
import { loadPagefind } from './pagefind.ts'

/** What a question is asked of, on the site at a path. */
export async function sourcesAt(base: string): Promise<Sources> {
  return { pagefind: await loadPagefind(base), knownWords: () => knownWords(base) }
}
