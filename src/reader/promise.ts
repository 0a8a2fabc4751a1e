import { firstSentence } from './first-sentence.ts'
import type { PublishedPost } from './published.ts'

/** One sentence that says what a post gives its reader: the beginning of its answer, else of its description. */
export function promiseOf({
  answer,
  description,
}: Pick<PublishedPost, 'answer' | 'description'>): string | undefined {
  const text = answer ?? description
  return text && firstSentence(text)
}
