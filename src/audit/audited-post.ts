/** Where in a file something stands. From 1. */
export interface Spot {
  line: number
  column: number
}

/** What a rule of the lint says of words of a text, at their first place. */
export interface Heard extends Spot {
  rule: string
  level: 'error' | 'warning' | 'suggestion'
  /** The words that it is about, on one line. */
  quote: string
  /** How often it says so in the text. */
  times: number
  /** What to do; only the first that a rule says of a text keeps it. */
  message?: string
}

/** Words that were true when they were written: `this year`. */
interface DatedWords extends Spot {
  words: string
}

/** A post that was read and linted: all that an audit needs of it, its text left out. */
export interface AuditedPost {
  /** Path below what was named. */
  file: string
  /** Its title; where it has none, undefined. */
  title?: string
  slug?: string
  /** Where it stands on the old site, as far as that is known. */
  addresses: readonly string[]
  /** Days, `2026-12-08`. */
  published?: string
  updated?: string
  /** Categories and tags as written, each once. */
  topics: readonly string[]
  /** A language tag; `und` where nobody says and it does not look English. */
  lang: string
  /** Line in which its text begins. */
  line: number
  words: number
  headings: readonly string[]
  /** What it leads to, as written; those that code of a template names included. */
  links: readonly string[]
  /** 0 to 1: how much it sells its writer. */
  promotion: number
  heard: readonly Heard[]
  dated: readonly DatedWords[]
}

/** Whether rules for English were asked of a post. */
export function isEnglish({ lang }: Pick<AuditedPost, 'lang'>): boolean {
  return /^en\b/i.test(lang)
}

/** What a post is called where it is listed. */
export function nameOf({ title, file }: Pick<AuditedPost, 'title' | 'file'>): string {
  return title ?? file
}

/** Orders by file name, whatever the order of reading. */
export function byFile(a: Pick<AuditedPost, 'file'>, b: Pick<AuditedPost, 'file'>): number {
  return a.file < b.file ? -1 : a.file > b.file ? 1 : 0
}
