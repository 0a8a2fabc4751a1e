const smallest = 12

/**
 * A map from words to what was made of them, that is asked with a part of an array of UTF-16 units: no string is
 * needed to find a word. Each stands in the first free place from its hash on; half of the places stay free.
 */
export class UnitMap<Made extends object> {
  #bits = smallest
  #last = (1 << smallest) - 1
  #hashes = new Int32Array(1 << smallest)
  /** By place, where in `#units` the word stands; it ends at 0 where the place is free. */
  #starts = new Int32Array(1 << smallest)
  #ends = new Int32Array(1 << smallest)
  #made: (Made | undefined)[] = new Array(1 << smallest)
  #units = new Uint16Array(1 << 16)
  #end = 1
  #count = 0

  /** What was added for the same units. @param hash of the part, from `hashOn` */
  get(units: Uint16Array, start: number, end: number, hash: number): Made | undefined {
    const hashes = this.#hashes
    const ends = this.#ends
    const last = this.#last
    for (let place = this.#placeOf(hash); ends[place] !== 0; place = (place + 1) & last)
      if (hashes[place] === hash && this.#isAt(place, units, start, end)) return this.#made[place]
    return undefined
  }

  /** Adds what `get` did not find. */
  add(units: Uint16Array, start: number, end: number, hash: number, made: Made): void {
    if (++this.#count * 2 > this.#last) this.#grow()
    const length = end - start
    if (this.#end + length > this.#units.length) {
      const room = new Uint16Array((this.#units.length + length) * 2)
      room.set(this.#units)
      this.#units = room
    }
    this.#units.set(units.subarray(start, end), this.#end)
    this.#put(hash, this.#end, this.#end + length, made)
    this.#end += length
  }

  #placeOf(hash: number): number {
    // A multiplication spreads words that end alike.
    return Math.imul(hash, 0x9e3779b1) >>> (32 - this.#bits)
  }

  #isAt(place: number, units: Uint16Array, start: number, end: number): boolean {
    const own = this.#units
    const from = this.#starts[place] as number
    const length = end - start
    if ((this.#ends[place] as number) - from !== length) return false
    for (let index = 0; index < length; index++) if (own[from + index] !== units[start + index]) return false
    return true
  }

  #put(hash: number, start: number, end: number, made: Made | undefined): void {
    const last = this.#last
    let place = this.#placeOf(hash)
    while (this.#ends[place] !== 0) place = (place + 1) & last
    this.#hashes[place] = hash
    this.#starts[place] = start
    this.#ends[place] = end
    this.#made[place] = made
  }

  #grow(): void {
    const hashes = this.#hashes
    const starts = this.#starts
    const ends = this.#ends
    const made = this.#made
    this.#bits++
    this.#last = this.#last * 2 + 1
    this.#hashes = new Int32Array(hashes.length * 2)
    this.#starts = new Int32Array(hashes.length * 2)
    this.#ends = new Int32Array(hashes.length * 2)
    this.#made = new Array(hashes.length * 2)
    for (let place = 0; place < hashes.length; place++)
      if (ends[place] !== 0)
        this.#put(hashes[place] as number, starts[place] as number, ends[place] as number, made[place])
  }
}

/** The hash of a word with one more unit; 0 begins. */
export function hashOn(hash: number, unit: number): number {
  return (hash << 5) ^ (hash >>> 27) ^ unit
}
