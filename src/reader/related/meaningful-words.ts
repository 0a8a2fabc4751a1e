import { stemmer } from 'stemmer'
import { stopWords } from '../stop-words.ts'

/** Scripts that put no spaces between words. */
const unspaced = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u

const stems = new Map<string, string>()

/** The words of a text that carry meaning, in lower case, English ones by their stem: `posting` and `posts` are `post`. */
export function meaningfulWords(text: string, lang: string): string[] {
  const plain = text.normalize('NFKC').toLowerCase().replaceAll('’', "'")
  const words = unspaced.test(plain) ? segmented(plain, lang) : (plain.match(/[\p{L}\p{M}\p{N}']+/gu) ?? [])
  if (!/^en\b/i.test(lang)) return words
  return words.flatMap((word) => {
    const bare = word.replace(/^'+|'+$|'s$/g, '')
    return bare === '' || stopWords.has(bare) ? [] : [stemOf(bare)]
  })
}

function stemOf(word: string): string {
  const stem = stems.get(word) ?? stemmer(word)
  stems.set(word, stem)
  return stem
}

function segmented(text: string, lang: string): string[] {
  return [...new Intl.Segmenter(lang, { granularity: 'word' }).segment(text)].flatMap(
    ({ segment, isWordLike }) => (isWordLike ? [segment] : []),
  )
}
