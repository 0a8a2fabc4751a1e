import { extname, resolve } from 'node:path'
import { isProject } from '../../src/own-files.ts'

/** Where this package's code stands, and its pages: the repository, or `lib/` of what was installed. */
export const packageRoot = resolve(import.meta.dirname, '../..')

/** How files of code end here: they are TypeScript in the repository, and JavaScript in what was installed. */
export const codeEnding = extname(import.meta.url)

/**
 * The Astro project that a blog is built with: its own where it has a configuration, else the one that comes with the package.
 * @param root absolute path of the folder that holds `content/`
 */
export function projectOf(root: string): string {
  return isProject(root) ? root : packageRoot
}
