import type { CompiledPhrase } from '../find-phrases.ts'

/** What is known of a word, whatever its case. */
export interface Entry {
  readonly lower: string
  /** Phrases of rules that begin with it. */
  phrases?: readonly CompiledPhrase[]
}

/** Each distinct word once: rules compare and look up entries, not strings. */
export class Lexicon {
  readonly #byText = new Map<string, Entry>()
  readonly #byLower = new Map<string, Entry>()

  /** The entry of a word as written. */
  entryOf(text: string): Entry {
    let entry = this.#byText.get(text)
    if (entry === undefined) {
      entry = this.#entryOfLower(text.toLowerCase().replaceAll('’', "'"))
      this.#byText.set(text, entry)
    }
    return entry
  }

  #entryOfLower(lower: string): Entry {
    const entry = this.#byLower.get(lower) ?? { lower }
    this.#byLower.set(lower, entry)
    return entry
  }
}
