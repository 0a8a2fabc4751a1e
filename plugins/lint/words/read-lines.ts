import { readFileSync } from 'node:fs'

/** The lines of a small list in this folder, without comments and empty ones. */
export function readLines(file: string): string[] {
  return readFileSync(new URL(file, import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
}
