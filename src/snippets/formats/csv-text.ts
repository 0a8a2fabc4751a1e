import Papa from 'papaparse'

/** Rows as CSV after RFC 4180: lines end in CRLF, cells are quoted where they must be, and nothing is escaped. */
export function renderCsv(rows: readonly (readonly string[])[], delimiter = ','): string {
  const lines = Papa.unparse(rows as string[][], { newline: '\r\n', delimiter })
  return lines === '' ? '' : `${lines}\r\n`
}

/** The first row of a CSV file, and what parts its cells: whatever makes the most of them. A byte order mark is no part of it. */
export function readCsvHeader(text: string): { names: string[]; delimiter: string } {
  const body = text.replace(/^\uFEFF/, '')
  const [best] = [',', ';', '\t']
    .map((delimiter) => {
      const { data } = Papa.parse<string[]>(body, { preview: 1, delimiter })
      return { names: (data[0] ?? []).map((name) => name.trim()), delimiter }
    })
    .sort((a, b) => b.names.length - a.names.length)
  return best as NonNullable<typeof best>
}
