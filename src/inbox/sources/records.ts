import Papa from 'papaparse'
import { breaksIn, openQuotes } from './open-quotes.ts'

/** A row of a file of separated values. */
export interface Row {
  /** Where it begins in the file, from 1; where its quotes are wrong, the line on which they are. */
  line: number
  /** None where its quotes are wrong. */
  cells: readonly string[]
  /** What is wrong with its quotes, and what to do. */
  problem?: { what: string; mend: string }
}

/** The most rows of a file that are read. A search console exports at most 50,000. */
export const mostRows = 250_000

/** So much of a file tells what it is, and what separates its values. */
const sample = 20_000

/** What separates values where a file does not say so. */
const separators = ',;\t|'

const open = {
  what: 'a quotation mark without its other half',
  mend: 'close it, or write two; the rows below are read',
}

/**
 * The rows of a file of separated values; whatever separates them is found out, or said by a first line `sep=;`, as
 * Excel writes it. Empty rows are left out. A row whose quotes are wrong costs itself alone.
 * @param mostBreaks line breaks that a value may have
 * @param most so many rows, names included; one more than are taken, to tell that there are more
 */
export function recordsIn(text: string, mostBreaks = 200, most = mostRows + 2): Row[] {
  const lines = text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text
  const [head = '', named] = /^"?sep=(.)"?\n/i.exec(lines) ?? []
  const body = lines.slice(head.length)
  const delimiter = named ?? delimiterOf(body.slice(0, sample), mostBreaks)
  const first = named === undefined ? 1 : 2
  const { whole, rows } = withoutOpen(body, delimiter, mostBreaks, first, most)
  const broken = rows.length
  let [line, seen] = [first, 0]
  Papa.parse<string[]>(whole, {
    delimiter,
    newline: '\n',
    step({ data, errors, meta }, parser) {
      const isEmpty = data.length === 1 && data[0]?.trim() === ''
      const isOpen = errors.some(({ type }) => type === 'Quotes')
      if (!isEmpty) rows.push({ line, ...(isOpen ? { cells: [], problem: open } : { cells: data }) })
      for (; seen < meta.cursor; seen++) if (whole.charCodeAt(seen) === 10) line++
      if (rows.length - broken >= most) parser.abort()
    },
  })
  return broken === 0 ? rows : rows.sort((a, b) => a.line - b.line).slice(0, most)
}

/** The first rows, by which a file is known. */
export function firstRecords(text: string): Row[] {
  return recordsIn(text.slice(0, sample), undefined, 10)
}

function delimiterOf(text: string, mostBreaks: number): string {
  const { whole } = withoutOpen(text, separators, mostBreaks, 1, mostRows)
  return Papa.parse(whole, { preview: 10, skipEmptyLines: 'greedy', newline: '\n' }).meta.delimiter
}

/** A text with empty lines in place of rows whose quotes are wrong, and these rows. */
function withoutOpen(
  text: string,
  delimiters: string,
  mostBreaks: number,
  first: number,
  most: number,
): { whole: string; rows: Row[] } {
  const rows: Row[] = []
  const parts: string[] = []
  let [at, line] = [0, first]
  for (const { from, to } of openQuotes(text, delimiters, mostBreaks, most)) {
    const [kept, lost] = [text.slice(at, from), text.slice(from, to)]
    const breaks = breaksIn(lost)
    parts.push(kept, '\n'.repeat(breaks))
    line += breaksIn(kept) + breaks
    rows.push({ line, cells: [], problem: open })
    at = to
  }
  if (rows.length < most) parts.push(text.slice(at))
  return { whole: parts.join(''), rows }
}
