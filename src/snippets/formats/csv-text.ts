import Papa from 'papaparse'

/** Rows as CSV after RFC 4180: lines end in CRLF, cells are quoted where they must be, and nothing is escaped. */
export function renderCsv(rows: readonly (readonly string[])[], delimiter = ','): string {
  const lines = Papa.unparse(rows as string[][], { newline: '\r\n', delimiter })
  return lines === '' ? '' : `${lines}\r\n`
}

/** The first row of a CSV file, and what parts its cells. A byte order mark is no part of it. */
export function readCsvHeader(text: string): { names: string[]; delimiter: string } {
  const { data, meta } = Papa.parse<string[]>(text.replace(/^\uFEFF/, ''), { preview: 1 })
  const names = (data[0] ?? []).map((name) => name.trim())
  return { names, delimiter: names.length > 1 ? meta.delimiter : ',' }
}
