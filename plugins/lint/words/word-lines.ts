import { readFileSync } from 'node:fs'

/** A small list in this folder, read when first asked for; `#` begins a comment. */
export class WordLines<T> {
  readonly #file: string
  readonly #make: (lines: string[]) => T
  #value: T | undefined

  /** @param make what is made of its lines, once */
  constructor(file: string, make: (lines: string[]) => T) {
    this.#file = file
    this.#make = make
  }

  get value(): T {
    this.#value ??= this.#make(
      readFileSync(new URL(this.#file, import.meta.url), 'utf8')
        .split('\n')
        .filter((line) => line !== '' && !line.startsWith('#')),
    )
    return this.#value
  }
}
