import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** What a build leaves in its folder, to know it by: its address below the host, and what stands at its top. */
export interface BuildMark {
  /** `/`, or `/docs/`. */
  base: string
  names: string[]
  /** Pages for editors, which are never published. */
  isPrivate?: true
}

const name = '.coldread.json'

/** Marks a folder as built. */
export function markBuild(folder: string, base: string, isPrivate = false): void {
  const mark: BuildMark = { base, names: readdirSync(folder).sort(), ...(isPrivate && { isPrivate }) }
  writeFileSync(join(folder, name), `${JSON.stringify(mark)}\n`)
}

/** Reads the mark of a built folder; undefined where no build left one. */
export function readMark(folder: string): BuildMark | undefined {
  try {
    return JSON.parse(readFileSync(join(folder, name), 'utf8')) as BuildMark
  } catch {
    return undefined
  }
}

/** Names at the top of a folder that no build made, and that a build would therefore lose. */
export function foreignIn(folder: string): string[] {
  if (!existsSync(folder)) return []
  const made = new Set([name, ...(readMark(folder)?.names ?? [])])
  return readdirSync(folder).filter((each) => !made.has(each))
}
