import { markWord, type Piece, plainWord } from './pieces.ts'

/** Words that an excerpt has at most. */
const longest = 24
/** So many words before what was found a sentence may begin to be shown, and a passage goes on to either side. */
const nearby = 8
/** Words shown before what was found where no sentence begins near. */
const before = 3
/** Letters that a passage needs, and more than one word, to stand in one place of a page only. */
const fewest = 8

/** The words of a post as Pagefind counts them. Scripts without spaces have its own marks between words. */
export interface Words {
  list: readonly string[]
  joiner: '' | ' '
}

/** Words around what was found in a part of a text. */
export interface Excerpt {
  pieces: readonly Piece[]
  /** As it stands on the page, within one sentence, and so within one block; undefined where that is too short to be told apart. */
  passage?: string
}

/** Splits the text of a hit into words. */
export function wordsOf(rawContent: string): Words {
  const isUnspaced = rawContent.includes('\u200B')
  const text = rawContent.replaceAll('&lt;', '<').replaceAll('&gt;', '>')
  return { list: text.split(isUnspaced ? '\u200B' : /[^\S\uFEFF]+/), joiner: isUnspaced ? '' : ' ' }
}

/**
 * The words around what was found, from the beginning of a sentence where that is near; the first words of the part where
 * nothing was.
 * @param found positions of words
 * @param from position of the first word of the part
 * @param to position after its last word
 */
export function excerptOf(
  { list, joiner }: Words,
  found: readonly number[],
  from: number,
  to: number,
): Excerpt {
  const inside = found.filter((at) => at >= from && at < to)
  const best = densest(list, inside) ?? from
  const sentence = sentenceStart(list, best, from)
  const start = sentence ?? Math.max(from, best - before)
  const end = Math.min(start + longest, to)
  const pieces = list
    .slice(start, end)
    .flatMap((word, index) => [
      ...markWord(word, inside.includes(start + index)),
      { text: joiner, isMarked: false },
    ])
  if (sentence === undefined) pieces.unshift({ text: '… ', isMarked: false })
  if (end < to) pieces.push({ text: '…', isMarked: false })

  let last = best
  while (last + 1 < Math.min(to, best + nearby) && !beginsSentence(list, last + 1)) last++
  const passage = list
    .slice(sentence ?? Math.max(from, best - nearby), last + 1)
    .join(joiner)
    .replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '')
  const isLong = passage.length >= fewest && passage.includes(joiner)
  return isLong ? { pieces, passage } : { pieces }
}

/** Of the positions that were found, the one that most different words follow closely. */
function densest(list: readonly string[], found: readonly number[]): number | undefined {
  const richness = (at: number) =>
    new Set(found.flatMap((each) => (each >= at && each < at + nearby ? plainWord(list[each] ?? '') : [])))
      .size
  return [...found].sort((a, b) => richness(b) - richness(a))[0]
}

/** Where the sentence around a position begins; undefined when that is not near. */
function sentenceStart(list: readonly string[], at: number, from: number): number | undefined {
  for (let start = at; start >= at - nearby; start--)
    if (start === from || beginsSentence(list, start)) return start
  return
}

function beginsSentence(list: readonly string[], at: number): boolean {
  return /[.!?:…。！？]["”’)»]*$/.test(list[at - 1] ?? '')
}
