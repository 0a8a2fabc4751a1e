import type { Sentence, Spot } from '../text/text.ts'

/** The sentence that a place begins in. */
export function sentenceAt({ passage, start }: Spot): Sentence {
  return (passage.sentences.find(({ end }) => start < end) ?? passage.sentences.at(-1)) as Sentence
}
