import type { Passage, Sentence, Word } from './text.ts'

const abbreviations = new Set(
  'mr mrs ms dr prof sr jr st vs etc no nos fig vol pp ed eds inc ltd co corp dept approx est gov sen rep gen col jan feb mar apr jun jul aug sep sept oct nov dec e.g i.e cf al ca'.split(
    ' ',
  ),
)

const closers = '"”’\')]'

/** Adds the sentences of a passage that has its words. */
export function addSentences(passage: Passage, sentences: Sentence[]): void {
  const { text, words } = passage
  let firstWord = 0
  for (let at = 1; at < words.length; at++) {
    const before = words[at - 1] as Word
    const word = words[at] as Word
    if (word.start - before.end < 2 || !hasStop(text, before.end, word.start)) continue
    const gap = text.slice(before.end, word.start)
    const stop = gap === '. ' ? gap : /^[^.!?…\n]*(?:[.!?…]+["”’')\]*\s]*\s|…)/.exec(gap)?.[0]
    if (stop === undefined) continue
    const isAbbreviation =
      gap[0] === '.' &&
      (abbreviations.has(before.entry.lower) ||
        (before.text.length === 1 && before.shape === 'capital' && before.text !== 'I'))
    const goesOn = word.shape === 'lower' && !/^[#@]/.test(word.text)
    if (goesOn && !/[!?]/.test(gap)) continue
    if (isAbbreviation && !(before.entry.lower === 'etc' && !goesOn)) continue
    sentences.push(sentenceOf(passage, firstWord, at, before.end + stop.trimEnd().length))
    firstWord = at
  }
  if (words.length > firstWord)
    sentences.push(sentenceOf(passage, firstWord, words.length, text.trimEnd().length))
}

function sentenceOf(passage: Passage, firstWord: number, endWord: number, end: number): Sentence {
  const { text, words } = passage
  const start = (words[firstWord] as Word).start
  let last = end - 1
  while (closers.includes(text[last] as string)) last--
  const isQuestion = text[last] === '?' && last >= (words[endWord - 1] as Word).end
  return { passage, start, end, firstWord, endWord, isQuestion }
}

/** Whether one of `. ! ? …` stands between two words, in the line of the first. */
function hasStop(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at)
    if (code === 10) return false
    if (code === 46 || code === 33 || code === 63 || code === 0x2026) return true
  }
  return false
}
