import { existsSync, renameSync, rmSync } from 'node:fs'

const atWorkingFolder = -100
const exchange = 2

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

/** True when the kernel exchanged the two; false where it cannot. */
async function exchangeFolders(first: string, second: string): Promise<boolean> {
  try {
    const { dlopen } = await quietly(() => import('node:ffi'))
    if (process.platform === 'linux') {
      using libc = dlopen(null, {
        renameat2: { arguments: ['int32', 'string', 'int32', 'string', 'uint32'], return: 'int32' },
      })
      return libc.functions.renameat2(atWorkingFolder, first, atWorkingFolder, second, exchange) === 0
    }
    if (process.platform === 'darwin') {
      using libc = dlopen(null, {
        renamex_np: { arguments: ['string', 'string', 'uint32'], return: 'int32' },
      })
      return libc.functions.renamex_np(first, second, exchange) === 0
    }
  } catch {
    // No such call in this C library: two renames it is.
  }
  return false
}

/** Loads a module whose import warns that it is experimental; the version of Node is pinned. */
async function quietly<T>(load: () => Promise<T>): Promise<T> {
  const { emitWarning } = process
  process.emitWarning = () => {}
  try {
    return await load()
  } finally {
    process.emitWarning = emitWarning
  }
}
