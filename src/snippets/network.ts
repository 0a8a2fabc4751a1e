/** A length that a network does not go beyond. */
export interface Ceiling {
  /** The words of a post with their link, or a title that stands apart from them. */
  of: 'text' | 'title'
  unit: 'characters' | 'bytes'
  limit: number
  /** What counts for other than one, as a clause. */
  how?: string
  /** Counts words as they are sent; the same however their accents are encoded. */
  count(words: string): number
}

/** What a network takes. Lower ceilings of posting tools belong to the tools. */
export interface Network {
  /** As people write it. */
  name: string
  /** Of every post of a thread; all of them hold. A channel's own `limit` takes the place of the first one's. */
  ceilings: readonly Ceiling[]
  images: {
    most: number
    /** Nothing is posted without one. */
    isNeeded?: true
    /** Takes a description for those who cannot see it. */
    hasAlt: boolean
  }
  /** More than `many` look like bait; more than `most` are refused. */
  hashtags?: { many: number; most: number }
  links: {
    /** An address in the words can be followed. */
    areClickable: boolean
    /** Different addresses in one post. */
    most?: number
  }
  /** One post may follow on another. */
  hasThreads: boolean
  /** A posting tool reaches it; elsewhere a snippet is something to do by hand. */
  isPosted: boolean
}
