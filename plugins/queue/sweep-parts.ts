import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'

/** A file of an export or of the ledger that was not in its place yet when its process was killed. */
const part = /\d{8}T\d{6}Z-[\w-]+\.\w+\.[\da-f]{8}\.part$/

/** Takes away what killed hand-overs left in a folder. Only for who holds the lock: nobody else is writing. */
export function sweepParts(folder: string): void {
  let names: string[]
  try {
    names = readdirSync(folder)
  } catch {
    return
  }
  for (const name of names) if (part.test(name)) rmSync(join(folder, name), { force: true })
}
