/** The index of some pages, as Pagefind makes it, in pieces that can be put together with those of other pages. */
export interface Shard {
  version: string
  pages: ShardPage[]
  /** Words in the order of their bytes. */
  words: ShardWord[]
  /** Where the words stand: Pagefind's own bytes. */
  places: Buffer
  /** Names of what pages say of themselves, and the bytes of `places` that refer to one by its position here. */
  fields: string[]
  fieldsAt: Uint32Array
  /** Pages by value of each filter, each counted from 0. */
  filters: [name: string, values: [value: string, pages: number[]][]][]
}

interface ShardPage {
  /** Pagefind's hash of its text and all that is shown of it. */
  hash: string
  words: number
  /** That text, packed, as browsers load it. */
  fragment: Uint8Array
}

export interface ShardWord {
  /** Each byte of it a character. */
  word: string
  list: PageList
  /** With its accents, where some pages have any. */
  variants: [word: string, list: PageList][]
}

/** The pages that have a word, in `places`. Each says how far it is from the one before. */
export interface PageList {
  count: number
  first: number
  last: number
  /** What Pagefind counts to keep its files small. */
  weight: number
  /** Where the number of the first page ends, and where the last page does. */
  start: number
  end: number
}
