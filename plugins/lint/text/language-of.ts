import type { Passage, Word } from './text.ts'

/** How many words and letters are looked at: the beginning shows a language well enough. */
const enoughWords = 150
const enoughLetters = 2000

/** So few words or letters show nothing: a sentence may be jargon throughout. */
const fewestWords = 20
const fewestLetters = 5

/**
 * Of the words in small letters, the share that nearly all readers of English know, below which a text is in another
 * language. Paragraphs of German, French and Dutch have .14 to .27, summaries of medical studies in English .51 and more.
 */
const leastKnown = 0.4

/**
 * The language of a text by itself: what `lang` in its front matter says, or else English, unless its words or letters
 * show that it is another; then `und`, which language tags have for unknown.
 * @param head the front matter; empty where there is none
 */
export function languageOf(head: string, passages: readonly Passage[]): string {
  const said = /^lang[ \t]*[:=][ \t]*["']?([a-z]{2,3}(?:-[a-z\d]+)*)["']?[ \t]*(?:#.*)?$/im.exec(head)?.[1]
  return said ?? (isEnglish(passages) ? 'en' : 'und')
}

function isEnglish(passages: readonly Passage[]): boolean {
  let words = 0
  let known = 0
  for (let order = 0; order < passages.length && words < enoughWords; order++) {
    const spoken = (passages[order] as Passage).words
    for (let at = 0; at < spoken.length && words < enoughWords; at++) {
      const { text, entry, shape, isAddress } = spoken[at] as Word
      if (shape !== 'lower' || isAddress || text.length < 3) continue
      words++
      if (entry.familiarity === 'everyday' || entry.familiarity === 'common') known++
    }
  }
  if (words >= fewestWords) return known >= leastKnown * words
  const sample = sampleOf(passages)
  const letters = sample.match(/\p{L}/gu)?.length ?? 0
  return letters < fewestLetters || 2 * (sample.match(/\p{Script=Latin}/gu)?.length ?? 0) >= letters
}

/** The beginning of a text. */
function sampleOf(passages: readonly Passage[]): string {
  let sample = ''
  for (const { text } of passages) {
    if (sample.length >= enoughLetters) break
    sample += text.slice(0, enoughLetters)
  }
  return sample
}
