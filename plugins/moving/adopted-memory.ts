import { appendFileSync, existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import {
  type Adopted,
  readRecord,
  recordFile,
  recordKey,
  recordLine,
} from '../../src/moving/adopted-record.ts'

/** The posts that are being written: where a run is broken off there, the next one knows which of them were. */
export const promiseFile = '.coldread/adopting.jsonl'

/** What was adopted into a folder, kept line by line. */
export class AdoptedMemory {
  readonly #root: string
  readonly record: ReadonlyMap<string, Adopted>
  #promised: string | undefined

  /** @param isRehearsal nothing is written */
  constructor(root: string, isRehearsal: boolean) {
    this.#root = root
    const written = this.#read(recordFile)
    // Editors and merges may have taken away the end of the last line.
    if (!isRehearsal && /[^\n]$/.test(written)) appendFileSync(join(root, recordFile), '\n')
    const record = readRecord(written)
    for (const entry of readRecord(this.#read(promiseFile)).values()) {
      const key = recordKey(entry.blog, entry.source)
      if (record.has(key) || !isFile(join(root, entry.post))) continue
      record.set(key, entry)
      if (!isRehearsal) appendFileSync(join(root, recordFile), recordLine(entry))
    }
    this.record = record
  }

  /** Says that posts are about to be written. */
  promise(entries: readonly Adopted[]): void {
    this.#promised = entries.map(recordLine).join('')
    this.#write(promiseFile, this.#promised)
  }

  /** Says that they are written. */
  keep(): void {
    const path = join(this.#root, recordFile)
    mkdirSync(dirname(path), { recursive: true })
    if (this.#promised !== undefined) appendFileSync(path, this.#promised)
  }

  /** Nothing is promised any more. */
  finish(): void {
    if (this.#promised !== undefined) rmSync(join(this.#root, promiseFile), { force: true })
  }

  #read(file: string): string {
    const path = join(this.#root, file)
    return existsSync(path) ? readFileSync(path, 'utf8') : ''
  }

  #write(file: string, text: string): void {
    const path = join(this.#root, file)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, text)
  }
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false
}
