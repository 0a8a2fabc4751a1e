import { existsSync, renameSync, rmSync } from 'node:fs'
import { exchangeFolders } from './native-calls.ts'

/**
 * Puts a new folder in the place of another, which is then deleted. Both must be on one file system.
 *
 * On Linux and macOS the kernel exchanges the two in one step: at any moment, whatever is killed, the place holds
 * the whole old folder or the whole new one. Elsewhere, and on file systems that cannot, it takes two renames; should
 * the process die between them, {@link restoreFolder} brings the old one back.
 */
export async function swapFolders(made: string, place: string): Promise<void> {
  if (!existsSync(place)) return renameSync(made, place)
  if (await exchangeFolders(made, place)) return rmSync(made, { recursive: true })
  const old = oldName(place)
  rmSync(old, { recursive: true, force: true })
  renameSync(place, old)
  renameSync(made, place)
  rmSync(old, { recursive: true })
}

/** Mends what a death between two renames left behind. */
export function restoreFolder(place: string): void {
  const old = oldName(place)
  if (!existsSync(old)) return
  if (existsSync(place)) rmSync(old, { recursive: true, force: true })
  else renameSync(old, place)
}

function oldName(place: string): string {
  return `${place}.coldread-old`
}
