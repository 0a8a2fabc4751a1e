import { closeSync, openSync, readSync } from 'node:fs'

/** So many bytes tell what a file is. */
const enough = 2000

/** The beginning of a file, as text. */
export function beginningOf(path: string): string {
  const file = openSync(path, 'r')
  try {
    const bytes = Buffer.alloc(enough)
    return bytes.toString('utf8', 0, readSync(file, bytes, 0, bytes.length, 0))
  } finally {
    closeSync(file)
  }
}
