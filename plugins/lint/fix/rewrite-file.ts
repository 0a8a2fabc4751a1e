import { lstatSync, readFileSync } from 'node:fs'
import { reasonOf } from '../../../src/disk.ts'
import { writeWhole } from '../../../src/write-whole.ts'

const mark = '\uFEFF'

/**
 * Writes a file anew, whole or not at all, keeping the mark at its beginning where it has one. Nothing is written
 * through a link, or over what somebody else wrote meanwhile.
 * @param before what the file held when it was read
 * @returns why nothing was written; undefined when it was
 */
export function rewriteFile(path: string, before: string, after: string): string | undefined {
  try {
    if (lstatSync(path).isSymbolicLink()) return `${path} is a link; mend the file that it leads to.`
    const bytes = readFileSync(path)
    const marked = [before, mark + before].find((text) => bytes.equals(Buffer.from(text)))
    if (marked === undefined)
      return `${path} has changed meanwhile, or is not UTF-8; nothing was written there.`
    writeWhole(path, marked === before ? after : mark + after)
    return undefined
  } catch (error) {
    return `${path} cannot be written: ${reasonOf(error)}; it stays as it is.`
  }
}
