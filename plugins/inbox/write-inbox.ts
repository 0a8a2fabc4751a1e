import { hash } from 'node:crypto'
import { join } from 'node:path'
import { inboxFolder } from '../../src/calendar/sources.ts'
import type { InboxLine } from '../../src/inbox/heard.ts'
import { writeWhole } from '../../src/write-whole.ts'

/**
 * Adds lines to the inbox, in a file of their own that is never changed: branches merge by putting theirs together.
 * @param day in the plan's zone
 * @param name what they are, as it may stand in a file's name
 * @returns path of the file from the root
 */
export function writeInbox(root: string, lines: readonly InboxLine[], day: string, name: string): string {
  const text = lines.map((line) => `${JSON.stringify(line)}\n`).join('')
  const file = `${inboxFolder}/${day}-${name}-${hash('sha256', text).slice(0, 8)}.jsonl`
  writeWhole(join(root, file), text)
  return file
}
