import { wordsOf } from './excerpt.ts'
import type { Hit } from './pagefind.ts'
import { plainWord } from './pieces.ts'

/** How a word of a question stands in what was found: as it is, in another form (`posting`, `post`), or not at all. */
export type Match = 'same' | 'form' | 'none'

/** Thai, Japanese and Chinese put no spaces between words. */
const unspaced = /[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff]/

/**
 * How a word matches the posts that Pagefind returned for it. For a word that it does not know, Pagefind takes shorter ones
 * that it begins with (`off` for `offten`), or passes over it; so what it returns is not always what was asked.
 */
export function matchOf(word: string, hits: readonly Hit[]): Match {
  const plain = plainWord(word)
  const found = hits.flatMap(foundWords)
  if (!plain || /\s/.test(word) || unspaced.test(word) || found.includes(plain)) return 'same'
  const stem = plain.replace(/(?:ing|ed|es|s)$/, '').replace(/(.)\1$/, '$1')
  const beginning = plain.slice(0, Math.ceil(plain.length * 0.6))
  const isForm = (each: string) => each.startsWith(beginning) || (stem.length > 2 && each.startsWith(stem))
  return found.some(isForm) ? 'form' : 'none'
}

/** The words that were found in a post, and those by which its writer says that it is asked for. */
function foundWords({ raw_content: content, locations, meta }: Hit): string[] {
  const { list } = wordsOf(content)
  return [...locations.map((at) => list[at] ?? ''), ...(meta.aka ?? '').split(/\s+/)].map(plainWord)
}
