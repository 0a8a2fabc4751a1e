import { onceAText } from '../text/once-a-text.ts'
import type { Passage, Text, Word } from '../text/text.ts'
import { lettersOf } from './long-form.ts'

/**
 * Whether words stand somewhere in a text that begin with the letters of a short form, each with a capital, as in
 * "General Motors" for `GM`. Small words between them count or do not.
 */
export function isSpelledOut(short: string, text: Text): boolean {
  const letters = lettersOf(short).join('')
  return letters.length > 1 && initialsOf(text).includes(letters)
}

const small = new Set('a an and as at by for from in of on or the to with'.split(' '))

/** First letters of words with capitals, in runs; once without small words between them and once with. */
const initialsOf = onceAText(({ passages }: Text): string => {
  let initials = ''
  for (let order = 0; order < passages.length; order++) {
    const { text, words, marked } = passages[order] as Passage
    const isCapital = (at: number) => words[at]?.shape === 'capital'
    if (marked.length < 2 || marked.findIndex(isCapital) === marked.findLastIndex(isCapital)) continue
    let run = ''
    let whole = ''
    const close = () => {
      if (run.length > 1) initials += `${run} ${whole} `
      run = whole = ''
    }
    for (let at = 0; at < words.length; at++) {
      const { shape, entry, start, text: written } = words[at] as Word
      for (let gap = words[at - 1]?.end ?? start; run !== '' && gap < start; gap++)
        if ('.;:!?()'.includes(text[gap] as string)) close()
      if (shape === 'capital' && written.length > 1) {
        run += entry.lower[0]
        whole += entry.lower[0]
      } else if (run !== '' && small.has(entry.lower)) whole += entry.lower[0]
      else close()
    }
    close()
  }
  return initials
})
