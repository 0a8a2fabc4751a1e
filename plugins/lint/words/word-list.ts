import { readFileSync } from 'node:fs'

/** A list of words that is read from this folder when first asked. Its lines are sorted by their UTF-16 units; `#` begins a comment. */
export class WordList {
  readonly #file: string
  #lines = ''

  constructor(file: string) {
    this.#file = file
  }

  /** Whether a word is in the list as it is spelled here. Searches the text itself: no set has to be made for a few words. */
  has(word: string): boolean {
    const lines = this.#read()
    let low = 0
    let high = lines.length - 1
    while (low < high) {
      const start = lines.lastIndexOf('\n', (low + high) >> 1) + 1
      const end = lines.indexOf('\n', start)
      const line = lines.slice(start, end)
      if (line === word) return true
      if (line < word) low = end + 1
      else high = start - 1
    }
    return false
  }

  /** Its words, in order. */
  words(): string[] {
    return this.#read().split('\n').slice(0, -1)
  }

  #read(): string {
    if (this.#lines === '')
      this.#lines = readFileSync(new URL(this.#file, import.meta.url), 'latin1').replace(/^(?:#.*\n)+\n?/, '')
    return this.#lines
  }
}
