import { valueAt } from '../../src/calendar/edit-entry.ts'
import { undoSplice } from '../../src/calendar/splice.ts'
import { openDesk, putDown } from './desk.ts'
import { EditRefusal } from './edit-refusal.ts'
import { readJournal, writeJournal } from './journal.ts'
import type { Moved } from './move-in-content.ts'

/**
 * Takes a move back: the file gets the very bytes that it had there. One that cannot be taken back any more is dropped
 * as soon as that was said, so that those before it can be.
 * @param id which one; the last one that was made by default
 */
export function undoMove(root: string, now: string, id?: string): Moved {
  const journal = readJournal(root)
  const entry = id === undefined ? journal.at(-1) : journal.find((each) => each.id === id)
  if (!entry)
    throw new EditRefusal(
      id === undefined ? 'No move is left to take back.' : 'This move was taken back already.',
    )
  const { name, file, path, before, after } = entry
  const desk = openDesk(root, now)
  const text = undoSplice(desk.sources.texts.get(file) ?? '', entry)
  const value = text === undefined ? undefined : valueAt(file, text, path)
  const others = journal.filter((each) => each !== entry)
  if (text === undefined || (value === undefined ? null : String(value).trim()) !== before) {
    writeJournal(root, others)
    const what =
      before === null ? `delete \`${String(path.at(-1))}\`` : `write \`${String(path.at(-1))}: ${before}\``
    const next = id === undefined && others.length > 0 ? ' `--undo` again takes back the move before it.' : ''
    throw new EditRefusal(`${file} has changed since ${name} was moved; ${what} there yourself.${next}`)
  }
  putDown(desk, file, text)
  writeJournal(root, others)
  return { name, file, path, before: after, after: before ?? '' }
}
