/** A finding of the lint, as the board shows it. */
export interface SaidFinding {
  rule: string
  level: 'error' | 'warning' | 'suggestion'
  /** Path of the file, relative to the site's root. */
  file: string
  /** From 1. */
  line: number
  column: number
  /** The words that it is about. */
  quote: string
  message: string
  /** What to write instead, or why it matters here, where the rule's own reason says too little. */
  note?: string
  /** The baseline knows it: the site lives with it for now. */
  isKnown: boolean
}

/** All that the lint says of the content. */
export interface Said {
  /** By path; those without findings too. */
  files: readonly { file: string; findings: readonly SaidFinding[] }[]
  /** What a rule is about, why it matters to a reader from search, and where its page is, by id. */
  rules: ReadonlyMap<string, { summary: string; why: string; url: string }>
  /** What the baseline knows and nothing says any more, so often; undefined where there is no baseline. */
  mended?: readonly { rule: string; file: string; count: number }[]
}

/** All findings, file by file. */
export function findingsOf({ files }: Said): SaidFinding[] {
  return files.flatMap(({ findings }) => findings)
}
