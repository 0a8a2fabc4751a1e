/** Kinds of CBOR items (RFC 8949) of which Pagefind's files are made. */
export const kinds = { number: 0, negative: 1, text: 3, list: 4 } as const

/** Reads CBOR from its beginning on, one item after the other. */
export class CborReader {
  at = 0
  readonly bytes: Buffer

  constructor(bytes: Buffer) {
    this.bytes = bytes
  }

  /** Reads where an item begins: its kind, and its number or length. */
  head(): { kind: number; value: number } {
    const first = this.bytes[this.at++] ?? 0xff
    return { kind: first >> 5, value: this.#valueOf(first & 31) }
  }

  #valueOf(short: number): number {
    if (short < 24) return short
    const length = { 24: 1, 25: 2, 26: 4 }[short]
    if (length === undefined) throw new Error(`Pagefind wrote CBOR of an unknown form at byte ${this.at}`)
    this.at += length
    return this.bytes.readUIntBE(this.at - length, length)
  }

  /** The number or length of an item that must be of a kind. */
  value(kind: number): number {
    const head = this.head()
    if (head.kind !== kind)
      throw new Error(`Pagefind wrote CBOR of kind ${head.kind}, not ${kind}, at byte ${this.at}`)
    return head.value
  }

  number(): number {
    return this.value(kinds.number)
  }

  /** A text as its bytes, each a character. */
  binary(): string {
    const length = this.value(kinds.text)
    this.at += length
    return this.bytes.toString('latin1', this.at - length, this.at)
  }

  text(): string {
    return Buffer.from(this.binary(), 'latin1').toString()
  }

  list<T>(item: () => T): T[] {
    return Array.from({ length: this.value(kinds.list) }, item)
  }
}
