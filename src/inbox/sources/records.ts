import Papa from 'papaparse'

/** A row of a file of separated values. */
export interface Row {
  /** Where it begins in the file, from 1. */
  line: number
  cells: readonly string[]
  /** What is wrong with its quotes. */
  problem?: string
}

/** The most rows of a file that are read. A search console exports at most 50,000. */
export const mostRows = 250_000

/** So much of a file tells what separates its values. */
const sample = 20_000

/**
 * The rows of a file of separated values; whatever separates them is found out. Empty rows are left out.
 * @param preview so many rows at most
 */
export function recordsIn(text: string, preview = mostRows + 2): Row[] {
  const rows: Row[] = []
  let [line, seen] = [1, 0]
  const { delimiter } = Papa.parse(text.slice(0, sample), { preview: 10, skipEmptyLines: 'greedy' }).meta
  Papa.parse<string[]>(text, {
    preview,
    delimiter,
    step({ data, errors, meta }) {
      const isEmpty = data.length === 1 && data[0]?.trim() === ''
      const quotes = errors.find(({ type }) => type === 'Quotes')
      if (!isEmpty) rows.push({ line, cells: data, ...(quotes && { problem: quotes.message }) })
      for (; seen < meta.cursor; seen++) if (text.charCodeAt(seen) === 10) line++
    },
  })
  return rows
}
