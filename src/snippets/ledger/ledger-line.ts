import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { Fault } from '../../calendar/fault.ts'

/** Files of the ledger stand here, each written once and never changed. */
export const ledgerFolder = 'content/handovers'

const name = z.string().regex(/^[\w.:-]+$/)
const moment = z.strictObject({ local: z.string(), zone: z.string(), instant: z.string() })

const statement = z.discriminatedUnion('type', [
  /** What was made, when, for which tool. The first line of an export's file. */
  z.strictObject({ type: z.literal('export'), export: name, format: z.string(), at: z.string() }),
  /** A file that was made, byte for byte, so that it can be made again. */
  z.strictObject({ type: z.literal('file'), export: name, name: z.string(), content: z.string() }),
  /** One item that was handed over. */
  z.strictObject({
    type: z.literal('row'),
    export: name,
    id: z.string(),
    hash: z.string(),
    channel: z.string(),
    at: moment,
    /** The words, for people who look for it in the tool. */
    text: z.string(),
    /** Earlier rows that it takes the place of: `export id`. */
    replaces: z.array(z.string()).optional(),
  }),
  /** The file was uploaded. */
  z.strictObject({ type: z.literal('confirm'), export: name, at: z.string() }),
  /** The tool took all but this row. */
  z.strictObject({
    type: z.literal('refuse'),
    export: name,
    id: z.string(),
    at: z.string(),
    why: z.string().optional(),
  }),
  /** The file was never uploaded, and will not be. */
  z.strictObject({ type: z.literal('undo'), export: name, at: z.string() }),
  /** A row that had been uploaded was deleted in the tool. */
  z.strictObject({ type: z.literal('removed'), export: name, id: z.string(), at: z.string() }),
  /** A server took a row, under a name of its own. */
  z.strictObject({
    type: z.literal('sent'),
    export: name,
    id: z.string(),
    at: z.string(),
    remote: z.string(),
  }),
])

/** One thing that happened. What is true follows from all of them, whatever their order. */
export type Statement = z.output<typeof statement>

/** A statement as a line: with its place in its file, and a hash of all that it says. */
export function renderLine(said: Statement, file: string, number: number): string {
  const body = { ...said, line: `${file}:${number}` }
  return JSON.stringify({ ...body, sum: sumOf(body) })
}

/** Reads a file of the ledger. A line that was edited, cut or copied elsewhere is a fault with its place. */
export function readLedgerFile(path: string, text: string): { statements: Statement[]; faults: Fault[] } {
  const statements: Statement[] = []
  const faults: Fault[] = []
  const file = path.slice(path.lastIndexOf('/') + 1)
  const lines = text.split('\n')
  if (lines.pop() !== '')
    faults.push({ ...at(path, lines.length + 1), what: 'the last line is cut off', mend: restore })
  for (const [index, line] of lines.entries()) {
    const place = at(path, index + 1)
    const read = readLine(line)
    if (read === undefined) faults.push({ ...place, what: 'this line is none of the ledger', mend: restore })
    else if (read.sum !== sumOf(read.body) || read.body.line !== `${file}:${index + 1}`)
      faults.push({ ...place, what: 'this line was changed after it was written', mend: restore })
    else statements.push(read.said)
  }
  return { statements, faults }
}

const restore = 'take the file back from version control; nothing is handed over while the ledger is in doubt'

function at(file: string, line: number): { file: string; line: number; column: number } {
  return { file, line, column: 1 }
}

function readLine(
  text: string,
): { said: Statement; body: Record<string, unknown>; sum: unknown } | undefined {
  try {
    const { sum, ...body } = JSON.parse(text) as Record<string, unknown>
    const { line: _, ...said } = body
    const read = statement.safeParse(said)
    return read.success ? { said: read.data, body, sum } : undefined
  } catch {
    return undefined
  }
}

function sumOf(body: Record<string, unknown>): string {
  return createHash('sha256').update(JSON.stringify(body)).digest('hex').slice(0, 16)
}
