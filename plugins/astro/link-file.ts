import { copyFileSync, linkSync } from 'node:fs'

/**
 * Puts a file of a cache or of an earlier build into a new site, without its bytes where the disk allows that: nothing writes
 * into a built site later, so both can be one. The folder must be there.
 */
export function linkFile(from: string, to: string): void {
  try {
    linkSync(from, to)
  } catch {
    copyFileSync(from, to)
  }
}
