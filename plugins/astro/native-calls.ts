import type * as ffi from 'node:ffi'

const workingFolder = -100
const exchange = 2

/** Exchanges two folders in one step of the kernel. @returns false where it cannot */
export async function exchangeFolders(first: string, second: string): Promise<boolean> {
  try {
    const { dlopen } = await loadFfi()
    if (process.platform === 'linux') {
      using libc = dlopen(null, {
        renameat2: { arguments: ['int32', 'string', 'int32', 'string', 'uint32'], return: 'int32' },
      })
      return libc.functions.renameat2(workingFolder, first, workingFolder, second, exchange) === 0
    }
    if (process.platform === 'darwin') {
      using libc = dlopen(null, {
        renamex_np: { arguments: ['string', 'string', 'uint32'], return: 'int32' },
      })
      return libc.functions.renamex_np(first, second, exchange) === 0
    }
  } catch {
    // No such call in this C library.
  }
  return false
}

/** Gives memory outside of JavaScript's back to the system that nobody uses any more. The C library of Linux keeps what threads had. */
export async function giveBackMemory(): Promise<void> {
  if (process.platform !== 'linux') return
  try {
    const { dlopen } = await loadFfi()
    using libc = dlopen(null, { malloc_trim: { arguments: ['uint64'], return: 'int32' } })
    libc.functions.malloc_trim(0n)
  } catch {
    // No such call in this C library.
  }
}

/** Loads a module whose import warns that it is experimental; the version of Node is pinned. */
async function loadFfi(): Promise<typeof ffi> {
  const { emitWarning } = process
  process.emitWarning = () => {}
  try {
    return await import('node:ffi')
  } finally {
    process.emitWarning = emitWarning
  }
}
