import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Fault } from '../../../src/calendar/fault.ts'
import { glossaryFile } from '../../../src/calendar/sources.ts'
import { readSources } from '../../../src/disk.ts'
import { componentNames } from '../../../src/open.ts'
import { readContent } from '../../../src/read-content.ts'
import { writeWhole } from '../../../src/write-whole.ts'
import { rewriteFile } from '../fix/rewrite-file.ts'
import { type Accepted, type Accepting, acceptWord } from './accept.ts'

/** Adds a word to the glossary of a folder, unless the content would be worse for it. */
export function acceptInContent(root: string, now: string, accepted: Accepted): Accepting {
  if (!existsSync(join(root, 'content')))
    return { problem: `There is no content/ in ${root}. Name the folder that holds it: --root DIR` }
  const sources = readSources(root)
  const before = sources.texts.get(glossaryFile)
  const path = join(root, glossaryFile)
  if (before === undefined && existsSync(path))
    return { faults: sources.faults.filter(({ file }) => file === glossaryFile) }
  const accepting = acceptWord(before ?? '', accepted)
  if (!('text' in accepting)) return accepting
  const faultsWith = (texts: ReadonlyMap<string, string>) =>
    readContent({ ...sources, texts }, now, componentNames()).faults
  const were = new Set(faultsWith(sources.texts).map(same))
  const faults = faultsWith(new Map([...sources.texts, [glossaryFile, accepting.text]]))
  const added = faults.filter((fault) => !were.has(same(fault)))
  if (added.length > 0) return { faults: added }
  if (before === undefined) writeWhole(path, accepting.text, { isNew: true })
  const problem = before === undefined ? undefined : rewriteFile(path, before, accepting.text)
  return problem === undefined ? accepting : { problem }
}

function same({ file, line, column, what }: Fault): string {
  return `${file}:${line}:${column} ${what}`
}
