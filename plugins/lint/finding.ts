/** How bad: an error breaks a promise, a warning is for the writer to judge, a suggestion may be left. */
export const levels = ['error', 'warning', 'suggestion'] as const
export type Level = (typeof levels)[number]

/** A change of a file: what stands from `start` to `end` (UTF-16 offsets) becomes `text`. */
export interface Edit {
  readonly start: number
  readonly end: number
  readonly text: string
}

/** One way to mend a finding. */
export interface Fix {
  /** What it does, as in "Write `use`". */
  readonly label: string
  readonly edits: readonly Edit[]
  /** Cannot be wrong, so that `--fix` may do it unasked. */
  readonly isSafe: boolean
}

/** What a rule says of a place. Lines and columns count from 1, columns and offsets in UTF-16 units. */
export interface Finding {
  readonly rule: string
  readonly level: Level
  /** Path as it was asked for; relative to the site's root for content. */
  readonly file: string
  readonly line: number
  readonly column: number
  readonly endLine: number
  readonly endColumn: number
  readonly start: number
  readonly end: number
  /** The words that it is about. */
  readonly quote: string
  /** What is the matter and what to do, quoting the words. */
  readonly message: string
  /** Why it matters to a reader from search. */
  readonly note: string
  /** What made it speak: the list and its entry, or the figure and its limit. */
  readonly because: string
  /** The rule's page. */
  readonly url: string
  readonly fixes: readonly Fix[]
  /** Findings of one rule in one text with the same key are of one kind: editors mark those after the first as hints. */
  readonly key: string
  /** Of rule, quote, headings above and paragraph: stays while lines move, and changes with its paragraph. */
  readonly fingerprint: string
  /** First and last line of its paragraph. */
  readonly paragraph: readonly [number, number]
}

type Placed = Pick<Finding, 'rule' | 'file' | 'start' | 'end'>

/** Orders findings by file, place and rule. */
export function byPlace(a: Placed, b: Placed): number {
  return (
    (a.file < b.file ? -1 : a.file > b.file ? 1 : 0) ||
    a.start - b.start ||
    a.end - b.end ||
    (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0)
  )
}
