import { readFileSync, statSync } from 'node:fs'
import { basename } from 'node:path'
import type { Fault } from '../../src/calendar/fault.ts'
import { placeAt } from '../../src/calendar/place-at.ts'
import { reasonOf } from '../../src/disk.ts'
import { postOfRow } from '../../src/moving/ghost/post-of-row.ts'
import { readExport } from '../../src/moving/ghost/read-export.ts'
import type { FileProgram } from './file-programs.ts'
import { tooLong } from './too-long.ts'

/** The largest export that is read, in bytes: all of it is held in memory. A post takes some 40,000. */
const largest = 300_000_000

/** Exports of Ghost (JSON), of any version. */
export const ghost: FileProgram = {
  recognizes: (head) => /^\uFEFF?\s*\{\s*"(db|data|meta)"\s*:/.test(head),
  async open(path) {
    const file = basename(path)
    const fault = (what: string, mend: string): Fault => ({ file, line: 1, column: 1, what, mend })
    let text: string
    try {
      const { size } = statSync(path)
      if (size > largest)
        return fault(
          `an export of ${Math.round(size / 1e6)} MB`,
          `at most ${largest / 1e6} MB of Ghost's JSON is read: take tables other than posts, tags, users and settings out of it`,
        )
      text = readFileSync(path, 'utf8')
    } catch (error) {
      return fault(`cannot be read: ${reasonOf(error)}`, 'let yourself read it, or take a copy')
    }
    const read = parse(file, text)
    if ('fault' in read) return read.fault
    const known = readExport(read.value)
    if (!known)
      return fault(
        'JSON without the posts of a Ghost export',
        'in Ghost, take Settings, Import/Export, Export content, and name that file',
      )
    return {
      program: 'Ghost',
      site: known.site,
      authors: known.authors,
      dropped: [],
      async *posts() {
        for (const row of known.posts) {
          const post = postOfRow(row, known)
          yield tooLong(post.body.text, post.title ?? post.file, file, 1) ?? post
        }
      },
    }
  },
}

function parse(file: string, text: string): { value: unknown } | { fault: Fault } {
  try {
    return { value: JSON.parse(text.replace(/^\uFEFF/, '')) }
  } catch (error) {
    const [, at] = /at position (\d+)/.exec(String(error)) ?? []
    const isCut = at === undefined || Number(at) >= text.length - 1
    return {
      fault: {
        ...placeAt(file, text, Math.min(Number(at ?? text.length), text.length)),
        what: isCut ? 'the export ends here, in the middle' : 'not readable as JSON',
        mend: 'export it anew: Ghost writes JSON that is whole',
      },
    }
  }
}
