import { stemmer } from 'stemmer'

/** Made when it is first needed: making it takes 10 ms. */
let segmenter: Intl.Segmenter | undefined

/**
 * Lower-case words. English ones keep a trailing `+` or `#`, as in C++; scripts without spaces are cut by dictionary.
 * @param lang primary language, `en`
 */
export function searchWords(text: string, lang: string): string[] {
  const plain = text.normalize('NFKC').toLowerCase().replace(/['’]/g, '')
  if (lang === 'en') return plain.match(/[\p{L}\p{M}\p{N}]+[+#]*/gu) ?? []
  segmenter ??= new Intl.Segmenter('und', { granularity: 'word' })
  return [...segmenter.segment(plain)].filter(({ isWordLike }) => isWordLike).map(({ segment }) => segment)
}

/** Words that do not change what a search is for. Those that do stay: `why`, `when`, `often`, `without`, `vs`. */
const stopWords = new Set(
  `a an the of for to in on at by with from and is are was be am do does did can could should would will
  i im you we it its this that my your our me us they their how whats which`.split(/\s+/),
)

/** Stems of an English search. `what is` says nothing, but `what to post` is not `how to post`. */
export function searchStems(words: readonly string[]): string[] {
  const telling = words.filter(
    (word, index) =>
      !stopWords.has(word) && !(word === 'what' && ['is', 'are'].includes(words[index + 1] ?? '')),
  )
  return (telling.length > 0 ? telling : words).map(stemOf)
}

const stems = new Map<string, string>()
/** As many words as a language has in use; texts of strangers may hold more. */
const mostStems = 50_000

/** The stem of an English word, in lower case; remembered. */
export function stemOf(word: string): string {
  const known = stems.get(word)
  if (known !== undefined) return known
  if (stems.size >= mostStems) stems.clear()
  const stem = stemmer(word)
  stems.set(word, stem)
  return stem
}
