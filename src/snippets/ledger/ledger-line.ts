import { hash } from 'node:crypto'
import { z } from 'zod'
import type { Fault } from '../../calendar/fault.ts'

const name = z.string().regex(/^[\w-]+$/)
const said = { export: name, at: z.iso.datetime() }
const saidOfRow = { ...said, id: z.string() }

const statement = z.discriminatedUnion('type', [
  /** What was made, when, for which tool. The first line of an export's file. */
  z.strictObject({ type: z.literal('export'), ...said, format: z.string() }),
  /** A file that was made, byte for byte, so that it can be made again. */
  z.strictObject({ type: z.literal('file'), export: name, name: z.string(), content: z.string() }),
  /** One item that was handed over. */
  z.strictObject({
    type: z.literal('row'),
    export: name,
    id: z.string(),
    hash: z.string(),
    channel: z.string(),
    at: z.strictObject({ local: z.string(), zone: z.string(), instant: z.iso.datetime() }),
    /** The words, for people who look for it in the tool. */
    text: z.string(),
    /** Its image as it is published early: content hash and ending. */
    image: z.string().optional(),
    /** Earlier rows that it took the place of on the server: `export id`. */
    replaces: z.array(z.string()).optional(),
  }),
  /** The file was uploaded. */
  z.strictObject({ type: z.literal('confirm'), ...said }),
  /** The tool took all but this row. */
  z.strictObject({ type: z.literal('refuse'), ...saidOfRow, why: z.string().optional() }),
  /** The file was never uploaded, and will not be. */
  z.strictObject({ type: z.literal('undo'), ...said }),
  /** A row that had been uploaded was deleted in the tool before it went out. */
  z.strictObject({ type: z.literal('removed'), ...saidOfRow }),
  /** A server took a row, under a name of its own. */
  z.strictObject({ type: z.literal('sent'), ...saidOfRow, remote: z.string() }),
])

/** One thing that happened. What is true follows from all of them, whatever their order. */
export type Statement = z.output<typeof statement>

/** A statement with its place in its file. */
export type Said = Statement & { line: string }

/** A file of the ledger: every line says where it stands among how many, and ends in a hash of all that it says. */
export function renderLedgerFile(statements: readonly Statement[], file: string): string {
  return statements
    .map((said, index) => {
      const body = JSON.stringify({ ...said, line: lineOf(file, index, statements.length) })
      return `${body.slice(0, -1)}${sumOf(body)}\n`
    })
    .join('')
}

/** Reads a file of the ledger. A line that was edited, cut or copied from elsewhere is a fault with its place. */
export function readLedgerFile(path: string, text: string): { statements: Statement[]; faults: Fault[] } {
  const statements: Statement[] = []
  const faults: Fault[] = []
  const file = path.slice(path.lastIndexOf('/') + 1)
  const fault = (index: number, what: string) =>
    void faults.push({ file: path, line: index + 1, column: 1, what, mend: restore })
  const lines = text.split(/\r?\n/)
  if (lines.pop() !== '') fault(lines.length, 'the last line is cut off')
  else if (lines.length === 0) fault(0, 'an empty file')
  let all = lines.length
  for (const [index, text] of lines.entries()) {
    const line = readLine(text)
    if (line === undefined) fault(index, 'this line was changed after it was written')
    else if (line === 'unknown') fault(index, 'this line says what this version does not know')
    else {
      const { line: place, ...said } = line
      all = Number(place.slice(place.lastIndexOf('/') + 1))
      if (place === lineOf(file, index, all)) statements.push(said as Statement)
      else fault(index, `this line was written as \`${place}\`, and stands elsewhere now`)
    }
  }
  if (faults.length === 0 && all !== lines.length)
    fault(lines.length - 1, `${all} lines were written here, and ${lines.length} are left`)
  return { statements, faults }
}

const restore = 'take the file back from version control; nothing is handed over while the ledger is in doubt'

function lineOf(file: string, index: number, all: number): string {
  return `${file}:${index + 1}/${all}`
}

/** `,"sum":"0123456789abcdef"}` in the place of the closing brace. */
function sumOf(body: string): string {
  return `,"sum":"${hash('sha256', body).slice(0, 16)}"}`
}

const sumLength = ',"sum":""}'.length + 16

/** A line that is as it was written. */
function readLine(text: string): Said | 'unknown' | undefined {
  const body = `${text.slice(0, -sumLength)}}`
  if (text.slice(-sumLength) !== sumOf(body)) return undefined
  const { line, ...said } = JSON.parse(body)
  const read = statement.safeParse(said)
  return read.success && typeof line === 'string' ? { ...read.data, line } : 'unknown'
}
