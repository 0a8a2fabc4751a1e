import { dirname, resolve } from 'node:path'
import { readMark } from './build-mark.ts'

/** The folder of a built site that a path lies in, however far up: everybody can read it once it is published. */
export function siteAround(root: string, path: string): string | undefined {
  for (let folder = dirname(path); folder !== dirname(folder); folder = dirname(folder)) {
    const mark = readMark(folder)
    if (folder === resolve(root, 'dist') || (mark && !mark.isPrivate)) return folder
  }
  return undefined
}
