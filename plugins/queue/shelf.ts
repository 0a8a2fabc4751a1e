import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { ledgerFolder } from '../../src/calendar/sources.ts'
import { listNames } from '../../src/disk.ts'
import { type Prepared, prepareWhole } from '../../src/write-whole.ts'

/** All of the disk that the ledger and its exports touch. */
export interface Shelf {
  /** Paths of the ledger's files from the site's root, in order. */
  ledger(): readonly string[]
  /** Text of a file; undefined where there is none. */
  read(path: string): string | undefined
  /**
   * Writes a file beside its place. Paths are absolute, or count from the site's root.
   * @param isNew a file that is there stays as it is, and placing fails
   */
  prepare(path: string, text: string, isNew: boolean): Prepared
}

/** The disk itself. */
export function diskShelf(root: string): Shelf {
  return {
    ledger: () =>
      existsSync(join(root, ledgerFolder))
        ? listNames(join(root, ledgerFolder), '.jsonl')
            .sort()
            .map((name) => `${ledgerFolder}/${name}.jsonl`)
        : [],
    read(path) {
      const file = resolve(root, path)
      return existsSync(file) ? readFileSync(file, 'utf8') : undefined
    },
    prepare: (path, text, isNew) => prepareWhole(resolve(root, path), text, { isNew }),
  }
}
