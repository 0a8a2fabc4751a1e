/** So many words in a row are taken for the same text, not for chance. */
const length = 8
const factor = 0x01000193

/** A run of words that is known, and whose it is. */
interface KnownRun<T> {
  /** Lower case, with single spaces. */
  run: string
  of: T
}

/** Texts, known by their runs of eight words. Across sentences, words meet by chance: there runs end. */
export interface WordRuns<T> {
  add(text: string, of: T): void
  /** Forgets every run that stands in a text. */
  forget(text: string): void
  /** Runs of a text that are known. */
  find(text: string): Generator<KnownRun<T>>
}

/**
 * Words are numbers here, and a run is looked up by a number that is made of theirs as one word follows another: texts that have
 * nothing in common with the known ones cost no more than telling their words apart.
 */
export function wordRuns<T>(): WordRuns<T> {
  const numbers = new Map<string, number>()
  const known = new Map<string, T>()
  const sums = new Set<number>()

  /** Runs whose number is known, or all of them. */
  function* runsOf(text: string, isNew: boolean): Generator<string> {
    for (const sentence of text.toLowerCase().split(/[.!?…·|:;—–]/)) {
      const words = sentence.match(/[\p{L}\p{N}]+/gu) ?? []
      if (words.length < length) continue
      const own = words.map((word) => {
        const number = numbers.get(word)
        if (number !== undefined || !isNew) return number
        numbers.set(word, numbers.size)
        return numbers.size - 1
      })
      let inARow = 0
      let sum = 0
      for (const [at, number] of own.entries()) {
        if (number === undefined) {
          inARow = 0
          sum = 0
          continue
        }
        if (inARow >= length) sum = (sum - Math.imul(own[at - length] as number, power)) | 0
        sum = (Math.imul(sum, factor) + number) | 0
        if (++inARow < length) continue
        if (isNew) sums.add(sum)
        if (isNew || sums.has(sum)) yield words.slice(at - length + 1, at + 1).join(' ')
      }
    }
  }
  return {
    add(text, of) {
      for (const run of runsOf(text, true)) known.set(run, of)
    },
    forget(text) {
      for (const run of runsOf(text, false)) known.delete(run)
    },
    *find(text) {
      for (const run of runsOf(text, false)) {
        const of = known.get(run)
        if (of !== undefined) yield { run, of }
      }
    },
  }
}

/** What the first word of a run counts for in its number, before the next one is added. */
const power = Array.from({ length: length - 1 }).reduce<number>((product) => Math.imul(product, factor), 1)
