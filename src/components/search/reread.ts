import { nearestWord } from './nearest-word.ts'
import { plainWord } from './pieces.ts'
import type { Match } from './word-match.ts'

/** A question as it was most likely meant. */
export interface Reading {
  /** The words to look for. */
  words: readonly string[]
  /** Words that no post has, and none that is near. */
  missing: readonly string[]
  /** The question in other words, where one was misspelled. */
  meant?: string
}

/**
 * Reads a question again after some of its words were not found.
 * @param matches how each of its words stands in what was found
 * @param known words that may have been meant, most used first
 */
export function reread(
  question: string,
  matches: ReadonlyMap<string, Match>,
  known: readonly string[],
): Reading {
  const nearest = (word: string) => nearestWord(plainWord(word), known)
  const read = new Map([...matches].map(([word, match]) => [word, match === 'none' ? nearest(word) : word]))
  const isMisspelled = [...read].some(
    ([word, likely]) => likely && likely !== word && likely !== plainWord(word),
  )
  if (isMisspelled)
    for (const [word, match] of matches) if (match === 'form') read.set(word, nearest(word) ?? word)
  return {
    words: [...read.values()].filter((word) => word !== undefined),
    missing: [...read.keys()].filter((word) => !read.get(word)),
    ...(isMisspelled && {
      meant: question
        .split(/\s+/)
        .map((word) => read.get(word) ?? word)
        .join(' '),
    }),
  }
}
