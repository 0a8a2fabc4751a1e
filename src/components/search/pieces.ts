/** A run of text, and whether it is what a reader looked for. */
export interface Piece {
  text: string
  isMarked: boolean
}

/** Marks the words of a text that are among those given, punctuation, case and accents aside. */
export function markWords(text: string, plainWords: ReadonlySet<string>): Piece[] {
  return text.split(/(\s+)/).flatMap((word) => markWord(word, plainWords.has(plainWord(word))))
}

/** A word, marked without the punctuation around it. */
export function markWord(word: string, isMarked: boolean): Piece[] {
  const parts = isMarked ? /^([^\p{L}\p{N}]*)(.*?)([^\p{L}\p{N}]*)$/su.exec(word)?.slice(1) : undefined
  return (parts ?? ['', '', word]).flatMap((text, at) => (text ? { text, isMarked: at === 1 } : []))
}

/** A word without punctuation, case and accents, to compare with others; empty when nothing is left. */
export function plainWord(word: string): string {
  return word
    .normalize('NFD')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase()
}
