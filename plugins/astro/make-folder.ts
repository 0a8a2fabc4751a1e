import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'

/** Makes a folder where there is none. Most stand in one that is there already: then it takes a third of the time. */
export function makeFolder(path: string): void {
  try {
    mkdirSync(path)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'EEXIST') return
    if (code !== 'ENOENT') throw error
    makeFolder(dirname(path))
    makeFolder(path)
  }
}
