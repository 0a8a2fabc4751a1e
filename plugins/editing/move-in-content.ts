import { hash, randomBytes } from 'node:crypto'
import { clockOnBoard } from '../../src/calendar/board-clock.ts'
import { earlySnippets } from '../../src/calendar/early-snippets.ts'
import { editEntry, valueAt } from '../../src/calendar/edit-entry.ts'
import { findMovable } from '../../src/calendar/movable.ts'
import { moveEntry, readTarget } from '../../src/calendar/move-entry.ts'
import { isProblem, type Problem } from '../../src/calendar/problem.ts'
import { spliceBetween } from '../../src/calendar/splice.ts'
import type { WallClock } from '../../src/calendar/time.ts'
import type { WrittenTime } from '../../src/calendar/written-clock.ts'
import { openDesk, putDown } from './desk.ts'
import { EditRefusal } from './edit-refusal.ts'
import { handedOver } from './handed-over.ts'
import { type JournalEntry, readJournal, writeJournal } from './journal.ts'

/** What is moved, and where to. */
export interface MoveRequest {
  /** As `findMovable` takes it. */
  name: string
  /** As people write it, in the entry's own zone; or a place on the board, in the plan's. */
  to: string | WallClock
  /** Hash of the file as it was shown; without it, nobody looked. */
  shown?: string
}

/** A move as it was made. */
export type Moved = Pick<JournalEntry, 'name' | 'file' | 'path' | 'before' | 'after'> & {
  /** Names it for whoever takes it back; undefined where nothing was written. */
  undo?: string
  /** How many things of the entry posting tools have already. */
  handedOver?: number
  /** How many of its snippets have times of their own that are too early for it now. */
  early?: number
}

/** What tells one state of a file from another. */
export function stateOfText(text: string): string {
  return hash('sha256', text).slice(0, 16)
}

/** Moves one entry of the content. What cannot be moved there is thrown, with its reason. */
export function moveInContent(root: string, now: string, { name, to, shown }: MoveRequest): Moved {
  const asked = typeof to === 'string' ? readTarget(to) : undefined
  if (isProblem(asked)) throw new EditRefusal(upperFirst(sentence(asked)), 2)
  const desk = openDesk(root, now)
  const thing = findMovable(desk.calendar, name)
  if (isProblem(thing)) throw new EditRefusal(upperFirst(sentence(thing)), 2)
  const { id, file, path } = thing
  const source = desk.sources.texts.get(file) ?? ''
  if (shown !== undefined && shown !== stateOfText(source))
    throw new EditRefusal(`${file} has changed since it was shown. Look again, and move it then.`)

  const entry = (valueAt(file, source, path.slice(0, -1)) ?? {}) as WrittenTime
  const target = asked ?? clockOnBoard(desk.calendar, thing, to as WallClock)
  const edit = moveEntry(desk.calendar, thing, target, entry)
  const text = isProblem(edit) ? edit : editEntry(file, source, edit)
  if (isProblem(text)) throw new EditRefusal(`${id} stays where it is: ${sentence(text)}`)

  const written = valueAt(file, source, path)
  const moved = {
    name: id,
    file,
    path,
    before: written === undefined ? null : String(written).trim(),
    after: String(valueAt(file, text, path)).trim(),
  }
  if (text === source) return moved
  const after = putDown(desk, file, text)
  const undo = randomBytes(6).toString('hex')
  writeJournal(root, [...readJournal(root), { id: undo, ...moved, ...spliceBetween(source, text) }])
  const post = thing.snippet ? undefined : after?.posts.find((each) => each.file === file)
  return {
    ...moved,
    undo,
    handedOver: handedOver(root, desk.calendar.now, id),
    ...(post && after && { early: earlySnippets(post, after.plan) }),
  }
}

function sentence({ problem, mend }: Problem): string {
  return `${problem} — ${mend}.`.replace(/\?\.$/, '?')
}

function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
