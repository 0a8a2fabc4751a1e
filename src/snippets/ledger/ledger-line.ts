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
    /** Tells whose row it is once the plan has the channel no more. */
    network: z.string().optional(),
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
  /** A worker posted a row: what the network calls it, and where people see it. */
  z.strictObject({
    type: z.literal('posted'),
    ...saidOfRow,
    name: z.string(),
    address: z.string().optional(),
  }),
  /** A worker cannot tell whether a row was posted; a person has to look. */
  z.strictObject({ type: z.literal('doubt'), ...saidOfRow, why: z.string() }),
])

/** One thing that happened. What is true follows from all of them, whatever their order. */
export type Statement = z.output<typeof statement>

/** A file of the ledger: its first line says how many there are, and every line ends in a hash of its words and its place. */
export function renderLedgerFile(statements: readonly Statement[], file: string): string {
  return statements
    .map((said, index) => {
      const body = JSON.stringify(index === 0 ? { ...said, lines: statements.length } : said)
      return `${body.slice(0, -1)}${sumOf(body, file, index)}\n`
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
  let all = 0
  for (const [index, line] of lines.entries()) {
    const body = bodyOf(line, file, index)
    if (body === undefined) {
      fault(index, 'this line was changed after it was written, or stands elsewhere')
      continue
    }
    const said = JSON.parse(body)
    if (index === 0) {
      all = said.lines
      delete said.lines
    }
    // What was read is kept as it is: a checked copy of each of very many lines costs more than reading them.
    if (statement.safeParse(said).success) statements.push(said)
    else fault(index, 'this line says what this version does not know')
  }
  if (faults.length === 0 && all !== lines.length)
    fault(lines.length - 1, `${all} lines were written here, and ${lines.length} are left`)
  return { statements, faults }
}

const restore = 'take the file back from version control; nothing is handed over while the ledger is in doubt'

/** `,"sum":"0123456789abcdef"}` in the place of the closing brace. */
function sumOf(body: string, file: string, index: number): string {
  return `,"sum":"${hash('sha256', `${file}:${index + 1} ${body}`).slice(0, 16)}"}`
}

const sumLength = ',"sum":""}'.length + 16

/** A line without its sum, if that is right. */
function bodyOf(line: string, file: string, index: number): string | undefined {
  const body = `${line.slice(0, -sumLength)}}`
  return line.endsWith(sumOf(body, file, index)) ? body : undefined
}
