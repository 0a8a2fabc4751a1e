import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Fault } from '../../src/calendar/fault.ts'
import { reasonOf } from '../../src/disk.ts'
import { plainText } from '../../src/inbox/plain-text.ts'
import { decode } from './decode.ts'
import { isZip, unpack } from './unpack.ts'

/** The largest file that is imported, in bytes. An export of 50,000 searches has about 3,000,000. */
const largest = 50_000_000

/** A text to import, and the file that it came in. */
export interface ImportedText {
  /** As it is reported. */
  file: string
  text: string
  /** It was not UTF-8: as what it was read. */
  from?: string
}

/** Bytes of a file, or of what is typed or piped in. */
export interface ImportedFile {
  file: string
  bytes: Buffer
}

/** Reads a file, unless it is too large. */
export function readImported(path: string): ImportedFile | Fault {
  const fault = (what: string, mend: string): Fault => ({ file: path, line: 1, column: 1, what, mend })
  try {
    const { size } = statSync(path)
    return size > largest ? tooLarge(path, size) : { file: path, bytes: readFileSync(path) }
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT') return fault('there is no such file', 'look whether its name is right')
    if (code === 'EISDIR') return fault('a folder', 'name the files in it')
    return fault(`cannot be read: ${reasonOf(error)}`, 'let yourself read it, or take a copy')
  }
}

/** Reads what is typed or piped in, up to the size of the largest file. */
export async function readPiped(input: AsyncIterable<Uint8Array>): Promise<ImportedFile | Fault> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of input) {
    size += chunk.length
    if (size > largest) return tooLarge('-', size)
    chunks.push(chunk)
  }
  return { file: '-', bytes: Buffer.concat(chunks) }
}

/** The texts of a file: its own, or those of a zip. */
export async function textsOf({
  file,
  bytes,
}: ImportedFile): Promise<{ texts: ImportedText[]; faults: Fault[] }> {
  const unpacked = isZip(bytes)
    ? await unpack(bytes, file)
    : { files: [{ name: '', bytes }], faults: [] as Fault[] }
  const faults = [...unpacked.faults]
  const fault = (at: string, what: string, mend: string) =>
    void faults.push({ file: at, line: 1, column: 1, what, mend })
  const texts = unpacked.files.flatMap(({ name, bytes }): ImportedText[] => {
    const at = name === '' ? file : join(file, plainText(name))
    const decoded = decode(bytes)
    if (!decoded) fault(at, 'no text', 'export it as CSV, or paste the questions one a line')
    else if (decoded.text.trim() === '') fault(at, 'an empty file', 'export it again')
    else return [{ file: at, text: decoded.text, ...(decoded.from && { from: decoded.from }) }]
    return []
  })
  if (unpacked.files.length === 0 && faults.length === 0)
    fault(file, 'no table, feed or text is in this zip', 'look into it, and import the file that you want')
  return { texts, faults }
}

function tooLarge(file: string, size: number): Fault {
  return {
    file,
    line: 1,
    column: 1,
    what: `a file of ${Math.round(size / 1e6)} MB`,
    mend: `at most ${largest / 1e6} MB is read: export fewer days, or split it`,
  }
}
