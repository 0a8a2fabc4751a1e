import Papa from 'papaparse'

/** Rows as CSV after RFC 4180: lines end in CRLF, cells are quoted where they must be, and nothing is escaped. */
export function renderCsv(rows: readonly (readonly string[])[], delimiter = ','): string {
  const lines = Papa.unparse(rows as string[][], { newline: '\r\n', delimiter })
  return lines === '' ? '' : `${lines}\r\n`
}

/** The first row of a CSV file. */
export interface CsvHeader {
  /** Without a byte order mark, and without space around them. */
  names: string[]
  /** What parts the cells: whatever makes the most of them. */
  delimiter: string
  /** The row as it stands there, with its byte order mark, without its line end. */
  line: string
}

export function readCsvHeader(text: string): CsvHeader {
  const mark = text.startsWith('\uFEFF') ? '\uFEFF' : ''
  const body = text.slice(mark.length)
  const [best] = [',', ';', '\t']
    .map((delimiter) => {
      const { data, meta } = Papa.parse<string[]>(body, { preview: 1, delimiter, fastMode: false })
      const line = mark + body.slice(0, meta.cursor).replace(/\r?\n$|\r$/, '')
      return { names: (data[0] ?? []).map((name) => name.trim()), delimiter, line }
    })
    .sort((a, b) => b.names.length - a.names.length)
  return best as NonNullable<typeof best>
}
