import { kinds } from './cbor-reader.ts'

/** Writes CBOR (RFC 8949) as Pagefind does. */
export class CborWriter {
  #bytes = Buffer.allocUnsafe(1 << 16)
  #length = 0

  /** What was written since the last time. */
  take(): Buffer {
    const taken = Buffer.from(this.#bytes.subarray(0, this.#length))
    this.#length = 0
    return taken
  }

  /** Begins an item: its kind, and its number or length. */
  head(kind: number, value: number): void {
    const bytes = this.#room(5)
    const [length, short] =
      value < 24 ? [0, value] : value < 256 ? [1, 24] : value < 65_536 ? [2, 25] : [4, 26]
    bytes[this.#length++] = (kind << 5) | short
    if (length > 0) this.#length = bytes.writeUIntBE(value, this.#length, length)
  }

  number(value: number): void {
    this.head(kinds.number, value)
  }

  text(text: string): void {
    this.binary(Buffer.from(text).toString('latin1'))
  }

  /** A text of which each character is a byte. */
  binary(bytes: string): void {
    this.head(kinds.text, bytes.length)
    this.#length += this.#room(bytes.length).write(bytes, this.#length, 'latin1')
  }

  list<T>(items: readonly T[], write: (item: T) => void): void {
    this.head(kinds.list, items.length)
    items.forEach(write)
  }

  /** Items that were written already. */
  raw(bytes: Buffer, start: number, end: number): void {
    this.#length += bytes.copy(this.#room(end - start), this.#length, start, end)
  }

  #room(length: number): Buffer {
    if (this.#length + length > this.#bytes.length) {
      const grown = Buffer.allocUnsafe(2 * (this.#length + length))
      this.#bytes.copy(grown, 0, 0, this.#length)
      this.#bytes = grown
    }
    return this.#bytes
  }
}
