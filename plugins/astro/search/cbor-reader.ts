/** Kinds of CBOR items (RFC 8949) of which Pagefind's files are made. */
export const kinds = { number: 0, negative: 1, text: 3, list: 4 } as const

/** Reads CBOR from its beginning on, one item after the other. */
export class CborReader {
  at = 0
  /** Of the item whose head was read last. */
  kind = -1
  readonly bytes: Buffer

  constructor(bytes: Buffer) {
    this.bytes = bytes
  }

  /** Reads where an item begins. An index has a million of them, so that its kind is left beside. @returns its number or length */
  head(): number {
    const first = this.bytes[this.at++] ?? 0xff
    this.kind = first >> 5
    const short = first & 31
    return short < 24 ? short : this.#long(short)
  }

  #long(short: number): number {
    const { at } = this
    switch (short) {
      case 24:
        this.at += 1
        return this.bytes.readUInt8(at)
      case 25:
        this.at += 2
        return this.bytes.readUInt16BE(at)
      case 26:
        this.at += 4
        return this.bytes.readUInt32BE(at)
      default:
        throw new Error(`Pagefind wrote CBOR of an unknown form at byte ${at}`)
    }
  }

  /** The number or length of an item that must be of a kind. */
  value(kind: number): number {
    const value = this.head()
    if (this.kind !== kind)
      throw new Error(`Pagefind wrote CBOR of kind ${this.kind}, not ${kind}, at byte ${this.at}`)
    return value
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
