import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { gunzipSync } from 'node:zlib'

/** Every file of a built site by its path, compressed ones unpacked. */
export function filesOf(folder: string): Map<string, Buffer> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  )
  return new Map(
    files
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((path) => {
        const bytes = readFileSync(path)
        return [relative(folder, path), bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes]
      }),
  )
}

/** One hash over every byte of a folder, and each file's own, to see where two differ. */
export function hashesOf(folder: string): Record<string, string> {
  return Object.fromEntries(
    [...filesOf(folder)].map(([file, bytes]) => [
      file,
      createHash('sha256').update(bytes).digest('hex').slice(0, 12),
    ]),
  )
}
