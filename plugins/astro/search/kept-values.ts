import { hash } from 'node:crypto'
import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { deserialize, serialize } from 'node:v8'
import { writeWhole } from '../../../src/write-whole.ts'

/** A folder of values that are dear to make. */
export interface KeptValues {
  /**
   * A value from before, or made now.
   * @param key the hash of all that it depends on
   */
  recall<T>(key: string, make: () => Promise<T>): Promise<T>
  /** Deletes what was not asked for, save what another build may have just made. */
  forgetOthers(): void
}

const dayInMilliseconds = 86_400_000
const hashLength = 64

/**
 * Keeps values in a folder. What cannot be read there is made, and a folder that cannot be written to keeps nothing.
 */
export function keepValues(folder: string): KeptValues {
  const asked = new Set<string>()
  return {
    async recall<T>(key: string, make: () => Promise<T>) {
      asked.add(key)
      const path = join(folder, key)
      const kept = readKept(path)
      if (kept) return kept.value as T
      const value = await make()
      try {
        const bytes = serialize(value)
        writeWhole(path, Buffer.concat([Buffer.from(hash('sha256', bytes)), bytes]))
      } catch {
        // It is made again next time.
      }
      return value
    },
    forgetOthers() {
      const yesterday = Date.now() - dayInMilliseconds
      for (const path of listFolder(folder).flatMap((name) => (asked.has(name) ? [] : [join(folder, name)])))
        if ((statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? yesterday) < yesterday)
          rmSync(path, { force: true })
    },
  }
}

function readKept(path: string): { value: unknown } | undefined {
  try {
    const bytes = readFileSync(path)
    const rest = bytes.subarray(hashLength)
    if (bytes.toString('latin1', 0, hashLength) !== hash('sha256', rest)) return undefined
    return { value: deserialize(rest) }
  } catch {
    return undefined
  }
}

function listFolder(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}
