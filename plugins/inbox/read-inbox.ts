import { existsSync, lstatSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Fault } from '../../src/calendar/fault.ts'
import { inboxFolder } from '../../src/calendar/sources.ts'
import { listNames } from '../../src/disk.ts'
import { foldInbox } from '../../src/inbox/fold-inbox.ts'
import type { Inbox } from '../../src/inbox/inbox.ts'

/** The largest file of the inbox that is read, in bytes: 250,000 entries have fewer. */
const largest = 100_000_000

/**
 * All that was heard, as far as it can be read, and what is wrong with the rest.
 * `ids` are those of all lines, older exports included.
 * @param root absolute path of the folder that holds `content/`
 * @param zone the plan's
 */
export function readInbox(
  root: string,
  zone: string,
): { inbox: Inbox; ids: ReadonlySet<string>; faults: Fault[] } {
  const folder = join(root, inboxFolder)
  const faults: Fault[] = []
  function* files(): Generator<readonly [string, string]> {
    for (const name of existsSync(folder) ? listNames(folder, '.jsonl').sort() : []) {
      const file = `${inboxFolder}/${name}.jsonl`
      const path = join(root, file)
      const { size, isFile } = statOf(path)
      if (isFile && size <= largest) yield [file, readFileSync(path, 'utf8')]
      else
        faults.push({
          file,
          line: 1,
          column: 1,
          what: isFile ? `a file of ${Math.round(size / 1e6)} MB` : 'no file, or a link to one elsewhere',
          mend: isFile ? `at most ${largest / 1e6} MB is read: take it away` : 'put the file itself here',
        })
    }
  }
  const folded = foldInbox(files(), zone)
  return { ...folded, faults: [...faults, ...folded.faults] }
}

function statOf(path: string): { size: number; isFile: boolean } {
  const found = lstatSync(path)
  return { size: found.size, isFile: found.isFile() }
}
