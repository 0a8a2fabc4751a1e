/** Chance that repeats itself: the same seed gives the same run of numbers on every machine (mulberry32). */
export class Random {
  #state: number

  constructor(seed: number) {
    this.#state = seed >>> 0
  }

  /** A number from 0 up to 1. */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }

  /** A whole number from `from` to `to`, both counted. */
  between(from: number, to: number): number {
    return from + Math.floor(this.next() * (to - from + 1))
  }

  /** Whether something that happens in this share of cases does. */
  chance(share: number): boolean {
    return this.next() < share
  }

  pick<T>(of: readonly T[]): T {
    return of[Math.floor(this.next() * of.length)] as T
  }

  /** As `pick`, the first ones far more often: words of a text are so. */
  pickSkewed<T>(of: readonly T[]): T {
    return of[Math.floor(this.next() ** 2.2 * of.length)] as T
  }

  /** In another order. */
  shuffle<T>(of: readonly T[]): T[] {
    const all = [...of]
    for (let index = all.length - 1; index > 0; index--) {
      const other = this.between(0, index)
      ;[all[index], all[other]] = [all[other] as T, all[index] as T]
    }
    return all
  }
}
