/** What is used of Pagefind 1.6, whose files a build writes beside the pages. */
export interface Pagefind {
  options(options: Record<string, unknown>): Promise<void>
  init(): Promise<void>
  /** How many posts have each value of each filter. */
  filters(): Promise<Counts>
  search(words: string, options?: { filters?: Chosen }): Promise<Found>
}

/** Posts by value of each filter: `{ topic: { "Choosing channels": 2 } }`. */
export type Counts = Record<string, Record<string, number>>

/** One value of each filter that a reader set. */
export type Chosen = Record<string, string>

export interface Found {
  results: readonly Result[]
  filters: Counts
}

export interface Result {
  id: string
  score: number
  data(): Promise<Hit>
}

/** A post that was found. */
export interface Hit {
  url: string
  /** Its text, `<` and `>` escaped, and which of its words were found, counted from 0. */
  raw_content: string
  locations: readonly number[]
  /** `answer` is one sentence; `lang` is missing where it is that of the site. */
  meta: { title: string; answer?: string; aka?: string; lang?: string }
  /** Its elements with an id, by the word at which they begin. */
  anchors: readonly { element: string; id: string; location: number }[]
  /** The parts in which something was found: what stands before the first heading, then by heading. */
  sub_results: readonly Section[]
}

export interface Section {
  title: string
  url: string
  anchor?: { location: number }
  weighted_locations: readonly { balanced_score: number }[]
}

let loading: Promise<Pagefind> | undefined
let attempts = 0

/**
 * Pagefind, ready to search. Loaded once; when that failed, the next call tries again.
 * @param base path of the site: `/docs/`
 */
export function loadPagefind(base: string): Promise<Pagefind> {
  loading ??= begin(base).catch((error: unknown) => {
    loading = undefined
    throw error
  })
  return loading
}

async function begin(baseUrl: string): Promise<Pagefind> {
  // Browsers remember a module that failed to load.
  const again = attempts++ ? `?${attempts}` : ''
  const pagefind: Pagefind = await import(/* @vite-ignore */ `${baseUrl}pagefind/pagefind.js${again}`)
  await pagefind.options({
    baseUrl,
    // Other words for a post count as much as its title.
    ranking: { metaWeights: { title: 5, aka: 5 } },
  })
  await pagefind.init()
  await pagefind.filters()
  return pagefind
}
