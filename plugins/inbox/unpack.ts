import { fromBufferPromise, validateFileName } from 'yauzl'
import type { Fault } from '../../src/calendar/fault.ts'
import { plainText } from '../../src/inbox/plain-text.ts'

/** The most that a zip may hold: files, and bytes of all that is taken out of it. */
const mostFiles = 100
const mostBytes = 100_000_000
const readable = /\.(csv|tsv|txt|jsonl|ndjson|xml|rss|atom)$/i

/** Is this a zip? By its first bytes. */
export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5)
}

/**
 * The texts in a zip, in memory: nothing is written anywhere. What leads out of it, grows without end or is locked is a
 * fault, and the rest is read.
 */
export async function unpack(
  bytes: Buffer,
  file: string,
): Promise<{ files: { name: string; bytes: Buffer }[]; faults: Fault[] }> {
  const files: { name: string; bytes: Buffer }[] = []
  const faults: Fault[] = []
  const fault = (what: string, mend: string) => void faults.push({ file, line: 1, column: 1, what, mend })
  let [left, seen] = [mostBytes, 0]
  try {
    const zip = await fromBufferPromise(bytes, { decodeStrings: false, validateEntrySizes: true })
    for await (const entry of zip.eachEntry()) {
      const raw = entry.fileNameRaw.toString('utf8')
      const name = plainText(raw).slice(0, 120)
      if (++seen > mostFiles) {
        fault(`more than ${mostFiles} files`, 'put the files that matter into a zip of their own')
        break
      }
      if (raw.endsWith('/')) continue
      if (raw === '[Content_Types].xml') {
        fault('a workbook of a spreadsheet', 'save it as CSV there, and import that')
        break
      }
      if (validateFileName(raw.replaceAll('\\', '/')) !== null)
        fault(`\`${name}\` leads out of the zip`, 'it was left out; make the zip anew')
      else if (!readable.test(name)) continue
      else if (entry.isEncrypted()) fault(`\`${name}\` is locked`, 'unlock it, and import the file itself')
      else if (entry.uncompressedSize > left)
        fault(
          `\`${name}\` grows to ${Math.round(entry.uncompressedSize / 1e6)} MB`,
          `at most ${mostBytes / 1e6} MB are taken out of a zip: import a part of it`,
        )
      else {
        left -= entry.uncompressedSize
        const chunks: Buffer[] = []
        for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(chunk as Buffer)
        files.push({ name, bytes: Buffer.concat(chunks) })
      }
    }
    zip.close()
  } catch (error) {
    fault(`a zip that cannot be read: ${(error as Error).message}`, 'download it anew')
  }
  return { files, faults }
}
