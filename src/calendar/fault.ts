/** Where something stands in a source file. Lines and columns count from 1, columns in UTF-16 units. */
export interface Place {
  /** Path relative to the site's root, with `/`. */
  file: string
  line: number
  column: number
}

/** Something in the content that keeps it from being built: where, what, and how to mend it. */
export interface Fault extends Place {
  /** What is wrong, quoting the words, without a full stop. */
  what: string
  /** What to do, one sentence. */
  mend: string
  /** Corrected source, to paste. */
  paste?: string
}

/** Orders faults by file and place, so that a run always lists them alike. */
export function byPlace(a: Place, b: Place): number {
  return (a.file < b.file ? -1 : a.file > b.file ? 1 : 0) || a.line - b.line || a.column - b.column
}

/** One fault as text: `file:line:column  what — how to mend`, and the lines to paste below it, indented. */
export function renderFault({ file, line, column, what, mend, paste }: Fault): string {
  const head = `${file}:${line}:${column}  ${what} — ${mend}`
  return paste === undefined ? head : `${head}\n${paste.replace(/^/gm, '    ')}`
}
